'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { useReportResults } from '../embed/results';
import { LinkNotice } from '../share/LinkNotice';
import { ShareButton } from '../share/ShareButton';
import { useLink } from '../share/useLink';
import { EditorChoice } from '../workspace/EditorChoice';
import { EditorPane } from '../workspace/EditorPane';
import { ProjectPanels } from '../workspace/ProjectPanels';
import { useOpenFile } from '../workspace/useOpenFile';
import { Workbench } from '../workspace/Workbench';
import type { ExerciseData } from './data';
import { sameFiles } from './draft';
import { GoalList } from './GoalList';
import { Hints } from './Hints';
import { Notices } from './Notices';
import { ProblemList } from './ProblemList';
import { SolutionDiff } from './SolutionDiff';
import { useDraft } from './useDraft';
import { useEditorStatus } from './useEditorStatus';
import { useSolved } from './useSolved';
import { useVerdict } from './useVerdict';

export interface Props {
  data: ExerciseData;
  /** Heading level of the panels: one below the exercise's own. */
  panelLevel: 2 | 4;
  /** What is asked, where it stands nowhere else in sight. */
  task: ReactNode;
  /** Whether the exercise fills the window. */
  full: boolean;
  onToggleFull: () => void;
}

/** Where a learner works on one exercise: files on one side, what the checker says on the other. */
export default function Workspace({ data, panelLevel, task, full, onToggleFull }: Props) {
  const draft = useDraft(data.id, data.starter);
  const link = useLink(data, draft);
  const mine = link.preview ?? draft.files;
  const files = useMemo(() => ({ ...data.context, ...mine }), [data.context, mine]);
  const [edited, setEdited] = useState<string | null>(null);
  const check = useVerdict({ exercise: data.id, files, editable: data.editable, edited });
  const { status, prefer } = useEditorStatus();
  const verdict = check.is === 'checked' ? check.verdict : null;
  const report = verdict?.report ?? null;
  const results = report?.goals ?? null;
  // A verdict on files that are no longer shown, or only shown, solves nothing.
  const own = check.is === 'checked' && check.input.files === files && !link.preview;
  const solved = useSolved(data.id, own && (results ?? []).every(({ status }) => status === 'pass'));
  useReportResults(own ? results : null);
  const opened = useOpenFile([...new Set([...data.editable, ...Object.keys(data.context)])]);
  const [comparing, setComparing] = useState(false);
  const PanelTitle = `h${panelLevel}` as const;

  return (
    <>
      <LinkNotice link={link} />
      <Notices storage={draft.storage} check={check} editor={status} />
      <Workbench
        full={full}
        editor={
          <EditorPane
            opened={opened}
            status={status}
            files={files}
            editable={link.preview ? [] : data.editable}
            outside={draft.outside + link.outside}
            diagnostics={report?.diagnostics ?? []}
            onEdit={draft.edit}
          >
            <button
              type="button"
              className="button"
              onClick={draft.reset}
              disabled={link.preview !== null || sameFiles(draft.files, data.starter)}
            >
              Start over
            </button>
            {draft.beforeReset && (
              <button type="button" className="button" onClick={draft.undoReset}>
                Undo: bring my files back
              </button>
            )}
            <ShareButton data={data} files={mine} options={link.options} />
            <EditorChoice status={status} onChoose={prefer} />
            <button type="button" className="button" aria-pressed={full} onClick={onToggleFull}>
              {full ? 'Leave the full window' : 'Fill the window'}
            </button>
          </EditorPane>
        }
        side={
          <>
            {task && <div className="workspace-task">{task}</div>}
            <PanelTitle className="panel-title">
              Goals{solved && <span className="solved">Solved</span>}
            </PanelTitle>
            <GoalList goals={data.goals} results={results} />
            {link.options.hints !== 'none' && (
              <Hints goals={data.goals} results={results} shownAtStart={link.options.hints} />
            )}
            <PanelTitle className="panel-title">Problems</PanelTitle>
            <ProblemList diagnostics={report?.diagnostics ?? []} onGoTo={opened.goTo} />
          </>
        }
        lower={
          <>
            <ProjectPanels
              verdict={verdict}
              paths={Object.keys(data.context)}
              edited={edited}
              onEdit={setEdited}
              onGoTo={opened.goTo}
            />
            {link.options.solution === 'offered' && (
              <div className="workspace-solution">
                <button
                  type="button"
                  className="button"
                  aria-expanded={comparing}
                  onClick={() => setComparing(!comparing)}
                >
                  {comparing ? 'Hide the solution' : 'Compare with a solution'}
                </button>
                {comparing && <SolutionDiff files={files} solutions={data.solutions} />}
              </div>
            )}
          </>
        }
      />
    </>
  );
}
