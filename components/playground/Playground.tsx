'use client';

import { useMemo, useState } from 'react';
import { applyEdits } from '@/checker/fix.ts';
import type { Fix } from '@/checker/types.ts';
import { Notices } from '../exercise/Notices';
import { ProblemList } from '../exercise/ProblemList';
import { useEditorStatus } from '../exercise/useEditorStatus';
import { useKnowledge } from '../exercise/useKnowledge';
import { useVerdict } from '../exercise/useVerdict';
import { EditorChoice } from '../workspace/EditorChoice';
import { EditorPane } from '../workspace/EditorPane';
import { ProjectPanels } from '../workspace/ProjectPanels';
import { Workbench } from '../workspace/Workbench';
import { BuildOptions } from './BuildOptions';
import { FileActions } from './FileActions';
import { filesToEdit } from './files-to-edit';
import { PlaygroundNotices } from './PlaygroundNotices';
import { ProjectFiles } from './ProjectFiles';
import { settingsOf } from './project';
import { SharePlayground } from './SharePlayground';
import { useGuest } from './useGuest';
import { usePlayground } from './usePlayground';
import { useProjectTabs } from './useProjectTabs';
import { useTaking } from './useTaking';

/** The reader's own project in the same workspace that exercises have, without goals. */
export default function Playground() {
  const own = usePlayground();
  const visit = useGuest(own);
  const taking = useTaking(own);
  const asking = visit.guest.is === 'choice' ? visit.guest : null;
  const project = asking?.project ?? own.project;
  const change = asking ? visit.change : own.change;

  const settings = useMemo(() => settingsOf(project), [project]);
  const [asked, setEdited] = useState<string | null>(null);
  // A file that is gone is edited no more.
  const edited = asked && !Object.hasOwn(project.files, asked) ? null : asked;
  const check = useVerdict({ exercise: null, files: project.files, editable: none, edited, own: settings });
  const { status, prefer } = useEditorStatus();
  const verdict = check.is === 'checked' ? check.verdict : null;
  const diagnostics = verdict?.report.diagnostics ?? [];
  const tabs = useProjectTabs(project);
  const knowledge = useKnowledge(verdict);

  const fix = (fixes: readonly Fix[]) => {
    const files = applyEdits(
      project.files,
      fixes.flatMap(({ edits }) => edits),
    );
    own.replace(
      { ...project, files },
      fixes.length === 1 ? 'A problem was fixed.' : `${fixes.length} problems were fixed.`,
    );
  };

  return (
    <section className="playground" aria-label="Workspace" {...taking.dropTarget}>
      <PlaygroundNotices own={own} visit={visit} taking={taking} />
      <Notices check={check} editor={status} />
      <div className="playground-grid">
        <ProjectFiles
          project={project}
          open={tabs.opened.path}
          mayEdit={!asking}
          onOpen={tabs.openFile}
          own={own}
          taking={taking}
        />
        <div className="playground-work">
          <Workbench
            full={false}
            editor={
              tabs.opened.path === '' ? (
                <p className="playground-empty">
                  There is no file yet. Add one, drop a folder here, or paste a Dockerfile.
                </p>
              ) : (
                <EditorPane
                  opened={tabs.opened}
                  status={status}
                  files={project.files}
                  editable={asking ? none : Object.keys(project.files)}
                  outside={own.outside + (asking ? 1 : 0)}
                  diagnostics={diagnostics}
                  knowledge={knowledge}
                  onEdit={own.edit}
                >
                  {!asking && <FileActions own={own} path={tabs.opened.path} onRenamed={tabs.openFile} />}
                  <SharePlayground project={project} />
                  <EditorChoice status={status} onChoose={prefer} />
                </EditorPane>
              )
            }
            side={
              <>
                <h2 className="panel-title">Problems</h2>
                <p role="status" className="goals-summary">
                  {verdict ? summary(diagnostics.length) : 'The checker is reading your files.'}
                </p>
                <ProblemList
                  diagnostics={diagnostics}
                  onGoTo={tabs.goTo}
                  fixing={asking ? undefined : { files: project.files, onFix: fix }}
                />
                <h2 className="panel-title">What is built</h2>
                <BuildOptions project={project} settings={settings} onChange={change} />
              </>
            }
            lower={
              <ProjectPanels
                verdict={verdict}
                paths={filesToEdit(project)}
                edited={edited}
                onEdit={setEdited}
                onGoTo={tabs.goTo}
              />
            }
          />
        </div>
      </div>
    </section>
  );
}

const none: readonly string[] = [];

const summary = (problems: number) =>
  problems === 0
    ? 'No problem found.'
    : problems === 1
      ? 'One problem found.'
      : `${problems} problems found.`;
