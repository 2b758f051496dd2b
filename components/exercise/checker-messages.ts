import type { ComposeView } from '@/checker/compose/view.ts';
import type { StageAccounts } from '@/checker/image/accounts-view.ts';
import type { BuildView, RebuildView } from '@/checker/image/view.ts';
import type { Report } from '@/checker/judge.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import type { BuildSettings } from '../playground/project';
import type { Files } from './data';

/** What the page asks of the checker. */
export interface CheckRequest {
  id: number;
  /** Whose goals and setup count; null for files that belong to no exercise. */
  exercise: string | null;
  /** What such files are built with. */
  setup?: ExerciseSetup;
  /** Every file of the project, the application's own and the learner's. */
  files: Files;
  editable: readonly string[];
  /** The file whose edit a second build is predicted for, `''` for none; null for the first build alone. */
  edited: string | null;
  /** How files of no exercise are built; undefined for those of an exercise. */
  own?: BuildSettings;
}

/** Everything that one check finds out. */
export interface Verdict {
  report: Report;
  /** Null where the project has no Dockerfile. */
  build: BuildView | null;
  rebuild: RebuildView | null;
  /** Null where `build` is. */
  accounts: readonly StageAccounts[] | null;
  /** Null where the project has no Compose file, or Compose refuses it. */
  compose: ComposeView | null;
}

/** What the worker answers; `started` says that loading is over and this check has begun. */
export type CheckReply =
  | { id: number; is: 'started' }
  | { id: number; is: 'verdict'; verdict: Verdict }
  | { id: number; is: 'crash'; error: string };
