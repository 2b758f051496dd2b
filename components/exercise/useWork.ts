import { useMemo, useState } from 'react';
import { applyEdits } from '@/checker/fix.ts';
import type { Fix } from '@/checker/types.ts';
import { useReportResults } from '../embed/results';
import { type Link, useLink } from '../share/useLink';
import { type OpenFile, useOpenFile } from '../workspace/useOpenFile';
import type { Verdict } from './checker-messages';
import type { ExerciseData, Files, GoalText, Solution } from './data';
import type { EditorHandle, Knowledge } from './Editor';
import { nextHint } from './hints';
import { type Draft, useDraft } from './useDraft';
import { useKnowledge } from './useKnowledge';
import { usePlace } from './usePlace';
import { useSolved } from './useSolved';
import { useVerdict } from './useVerdict';

/** A learner's work on one exercise: the files, what is known of them, and where the learner is. */
export interface Work {
  data: ExerciseData;
  draft: Draft;
  link: Link;
  /** The files that may be edited, or those of a link that are only looked at. */
  mine: Files;
  /** Every file of the project, the application's own and the learner's. */
  files: Files;
  opened: OpenFile;
  check: ReturnType<typeof useVerdict>;
  /** The newest verdict, on these files or on those of a moment ago; null before the first. */
  verdict: Verdict | null;
  knowledge: Knowledge;
  solved: boolean;
  /** Ids of the goals whose hints were asked for. */
  asked: readonly string[];
  /** The goal whose hint comes next; null where there is none, or none is offered. */
  nextHint: GoalText | null;
  askForHint: () => void;
  /** Those that may be seen. */
  solutions: readonly Solution[];
  fix: (fixes: readonly Fix[]) => void;
  /** The file whose edit a second build is predicted for, `''` for none; null for the first build alone. */
  edited: string | null;
  setEdited: (path: string | null) => void;
  comparing: boolean;
  setComparing: (comparing: boolean) => void;
  /** The editor of the moment; null until it is there. */
  editor: EditorHandle | null;
  setEditor: (editor: EditorHandle | null) => void;
}

/** Joins draft, verdict and place of an exercise. */
export function useWork(data: ExerciseData): Work {
  const draft = useDraft(data.id, data.starter, data.earlier);
  const link = useLink(data, draft);
  const mine = link.preview ?? draft.files;
  const files = useMemo(() => ({ ...data.context, ...mine }), [data.context, mine]);
  const [edited, setEdited] = useState<string | null>(null);
  const [comparing, setComparing] = useState(false);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const check = useVerdict({ exercise: data.id, files, editable: data.editable, edited });
  const verdict = check.is === 'checked' ? check.verdict : null;
  const results = verdict?.report.goals ?? null;
  // A verdict on files that are no longer shown, or only shown, solves nothing.
  const own = check.is === 'checked' && check.input.files === files && !link.preview;
  const solved = useSolved(data.id, own && (results ?? []).every(({ status }) => status === 'pass'));
  useReportResults(own ? results : null);
  const [place, notePlace] = usePlace(data.id);
  const { hints } = link.options;
  const asked =
    hints === 'none' ? [] : [...new Set([...data.goals.slice(0, hints).map(({ id }) => id), ...place.hints])];
  const paths = [...new Set([...data.editable, ...Object.keys(data.context)])];
  const opened = useOpenFile(paths, place.open, (open) => notePlace({ open }));

  return {
    data,
    draft,
    link,
    mine,
    files,
    opened,
    check,
    verdict,
    knowledge: useKnowledge(verdict),
    solved,
    asked,
    nextHint: hints === 'none' ? null : nextHint(data.goals, results, asked).next,
    askForHint() {
      const { next } = nextHint(data.goals, results, asked);
      if (next) notePlace({ hints: [...asked, next.id] });
    },
    solutions: link.options.solution === 'offered' ? data.solutions : [],
    fix(fixes) {
      const edits = fixes.flatMap((each) => each.edits).filter(({ file }) => file in draft.files);
      const done = fixes.length === 1 ? 'Fixed a problem' : `Fixed ${fixes.length} problems`;
      draft.put(applyEdits(draft.files, edits), done);
    },
    edited,
    setEdited,
    comparing,
    setComparing,
    editor,
    setEditor,
  };
}
