'use client';

import { type ReactNode, useRef } from 'react';
import { LinkNotice } from '../share/LinkNotice';
import { ShareButton } from '../share/ShareButton';
import { Commands } from '../workspace/Commands';
import { EditorPane } from '../workspace/EditorPane';
import { ProjectPanels } from '../workspace/ProjectPanels';
import { Workbench } from '../workspace/Workbench';
import { Compare } from './Compare';
import { compareTitle, exerciseCommands, type Surface } from './commands';
import type { ExerciseData } from './data';
import { Notices } from './Notices';
import { Toolbar } from './Toolbar';
import { useEditorStatus } from './useEditorStatus';
import { useWork } from './useWork';
import { VerdictPanel } from './VerdictPanel';

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
  const work = useWork(data);
  const { draft, link, opened, verdict } = work;
  const { status, prefer } = useEditorStatus();
  const root = useRef<HTMLDivElement>(null);
  const goTo: Surface['goTo'] = (part) => focusPart(root.current, part);
  const commands = exerciseCommands(work, { full, onToggleFull, status, prefer, goTo });

  return (
    <div ref={root} className="workspace-frame">
      <LinkNotice link={link} />
      <Notices draft={draft} check={work.check} editor={status} />
      <Workbench
        full={full}
        editor={
          <EditorPane
            opened={opened}
            status={status}
            files={work.files}
            editable={link.preview ? [] : data.editable}
            outside={draft.outside + link.outside}
            diagnostics={verdict?.report.diagnostics ?? []}
            knowledge={work.knowledge}
            onEditor={work.setEditor}
            onEdit={draft.edit}
          >
            <Toolbar commands={commands}>
              <ShareButton data={data} files={work.mine} options={link.options} />
              <Commands commands={commands} scope={root} sole={full || panelLevel === 2} />
            </Toolbar>
          </EditorPane>
        }
        side={
          <>
            {task && <div className="workspace-task">{task}</div>}
            <VerdictPanel work={work} panelLevel={panelLevel} />
          </>
        }
        lower={
          <>
            <div data-part="build">
              <ProjectPanels
                verdict={verdict}
                paths={Object.keys(data.context)}
                edited={work.edited}
                onEdit={work.setEdited}
                onGoTo={opened.goTo}
              />
            </div>
            <div className="workspace-solution" data-part="solution">
              <button
                type="button"
                className="button"
                aria-expanded={work.comparing}
                onClick={() => work.setComparing(!work.comparing)}
              >
                {work.comparing ? 'Hide the comparison' : compareTitle(work)}
              </button>
              {work.comparing && (
                <Compare starter={data.starter} mine={work.mine} solutions={work.solutions} />
              )}
            </div>
          </>
        }
      />
    </div>
  );
}

/** Brings a part of the workspace into sight and gives it the focus. */
function focusPart(root: HTMLElement | null, part: string): void {
  // After what the command has changed is on the page.
  requestAnimationFrame(() => {
    const element = root?.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!element) return;
    element.tabIndex = -1;
    // By itself the browser shows the middle of a part that is larger than its place; its beginning is wanted.
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
}
