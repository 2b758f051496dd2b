import type { Report } from '@/checker/index.ts';
import type { Files } from './data';

/** What the page asks of the checker. */
export interface CheckRequest {
  id: number;
  exercise: string;
  /** Every file of the project, the application's own and the learner's. */
  files: Files;
  editable: readonly string[];
}

/** What the worker answers; `started` says that loading is over and this check has begun. */
export type CheckReply =
  | { id: number; is: 'started' }
  | { id: number; is: 'report'; report: Report }
  | { id: number; is: 'crash'; error: string };
