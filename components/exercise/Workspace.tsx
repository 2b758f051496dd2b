'use client';

import { useId, useState } from 'react';
import { BuildPanel } from '../build/BuildPanel';
import { ComposePanel } from '../compose/ComposePanel';
import type { ExerciseData } from './data';
import { sameFiles } from './draft';
import { Editor, type Place } from './Editor';
import { FileTabs, tabId } from './FileTabs';
import { GoalList } from './GoalList';
import { Hints } from './Hints';
import { Notices } from './Notices';
import { ProblemList } from './ProblemList';
import { SolutionDiff } from './SolutionDiff';
import { useDraft } from './useDraft';
import { useEditorStatus } from './useEditorStatus';
import { useSolved } from './useSolved';
import { useVerdict } from './useVerdict';

/** Where a learner works on one exercise: files on one side, what the checker says on the other. */
export default function Workspace({ data, panelLevel }: { data: ExerciseData; panelLevel: 2 | 4 }) {
  const draft = useDraft(data.id, data.starter);
  const [edited, setEdited] = useState<string | null>(null);
  const verdict = useVerdict(data, draft.files, edited);
  const { status, prefer } = useEditorStatus();
  const found = verdict.is === 'checked' ? verdict.verdict : null;
  const report = found?.report ?? null;
  const results = report?.goals ?? null;
  const solved = useSolved(data.id, results?.every(({ status }) => status === 'pass') ?? false);

  const [open, setOpen] = useState(data.editable[0] as string);
  const [place, setPlace] = useState<Place | null>(null);
  const [comparing, setComparing] = useState(false);
  const panelId = useId();
  const PanelTitle = `h${panelLevel}` as const;

  const files = { ...data.context, ...draft.files };
  const paths = [
    ...data.editable,
    ...Object.keys(data.context).filter((path) => !data.editable.includes(path)),
  ];
  const openFile = (path: string) => {
    setOpen(path);
    setPlace(null);
  };
  const goTo = (to: Place) => {
    setOpen(to.file);
    setPlace(to);
  };

  return (
    <>
      <Notices storage={draft.storage} check={verdict} editor={status} />
      <div className="workspace">
        <div className="workspace-editor">
          <FileTabs paths={paths} editable={data.editable} open={open} onOpen={openFile} panelId={panelId} />
          <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, open)}>
            <Editor
              status={status}
              path={open}
              files={files}
              editable={data.editable}
              outside={draft.outside}
              diagnostics={report?.diagnostics ?? []}
              place={place}
              onEdit={draft.edit}
            />
          </div>
          <div className="toolbar">
            <button
              type="button"
              className="button"
              onClick={draft.reset}
              disabled={sameFiles(draft.files, data.starter)}
            >
              Start over
            </button>
            {draft.beforeReset && (
              <button type="button" className="button" onClick={draft.undoReset}>
                Undo: bring my files back
              </button>
            )}
            <EditorChoice plain={status.is === 'plain' && status.why !== 'loading'} onChoose={prefer} />
          </div>
        </div>
        <div className="workspace-side">
          <PanelTitle className="panel-title">
            Goals{solved && <span className="solved">Solved</span>}
          </PanelTitle>
          <GoalList goals={data.goals} results={results} />
          <Hints goals={data.goals} results={results} />
          <PanelTitle className="panel-title">Problems</PanelTitle>
          <ProblemList diagnostics={report?.diagnostics ?? []} onGoTo={goTo} />
        </div>
      </div>
      {found?.build && (
        <BuildPanel
          view={found.build}
          rebuild={found.rebuild}
          paths={Object.keys(data.context)}
          edited={edited}
          onEdit={setEdited}
        />
      )}
      {found?.compose && <ComposePanel view={found.compose} onGoTo={goTo} />}
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
    </>
  );
}

function EditorChoice({ plain, onChoose }: { plain: boolean; onChoose: (editor: 'plain' | 'full') => void }) {
  return (
    <button type="button" className="button" onClick={() => onChoose(plain ? 'full' : 'plain')}>
      {plain ? 'Use the full editor' : 'Use the plain editor'}
    </button>
  );
}
