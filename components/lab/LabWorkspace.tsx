'use client';

import { useMemo, useState } from 'react';
import type { BuildView, RebuildView } from '@/checker/image/view.ts';
import type { Lab } from '@/content/labs';
import { BuildPanel } from '../build/BuildPanel';
import type { BuildSide } from '../build/sides';
import { sameFiles } from '../exercise/draft';
import { Notices } from '../exercise/Notices';
import { ProblemList } from '../exercise/ProblemList';
import { useDraft } from '../exercise/useDraft';
import type { EditorStatus } from '../exercise/useEditorStatus';
import { useVerdict } from '../exercise/useVerdict';
import { EditorPane } from '../workspace/EditorPane';
import { useOpenFile } from '../workspace/useOpenFile';

export interface LabProps {
  lab: Lab;
  /** The file that is open at the start. */
  first: string;
  /** The build of the files as they were served: what is shown until the worker has answered. */
  initial: { build: BuildView | null; rebuild: RebuildView | null };
  views: readonly BuildSide[];
  /** Files that a button edits. */
  paths: readonly string[];
}

/** A lesson's few lines need no more editor than this. */
const editor: EditorStatus = { is: 'plain', why: 'preference' };

/** The files of a lab, and what their build on paper comes to. */
export default function LabWorkspace({ lab, first, initial, views, paths }: LabProps) {
  const starter = useMemo(
    () => Object.fromEntries(lab.editable.map((path) => [path, lab.files[path] ?? ''])),
    [lab],
  );
  const draft = useDraft(`lab.${lab.id}`, starter);
  const files = useMemo(() => ({ ...lab.files, ...draft.files }), [lab, draft.files]);
  const [edited, setEdited] = useState<string | null>(null);
  const check = useVerdict({ exercise: null, setup: lab.setup, files, editable: lab.editable, edited });
  const opened = useOpenFile([...new Set([first, ...lab.editable, ...Object.keys(lab.files)])]);
  const { build, rebuild } = check.is === 'checked' ? check.verdict : initial;
  const diagnostics = check.is === 'checked' ? check.verdict.report.diagnostics : [];
  const changed = !sameFiles(draft.files, starter);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');

  return (
    <>
      <Notices draft={draft} check={check} editor={editor} />
      <EditorPane
        opened={opened}
        status={editor}
        files={files}
        editable={lab.editable}
        outside={draft.outside}
        diagnostics={diagnostics}
        onEdit={draft.edit}
      >
        {(changed || draft.before) && (
          <button
            type="button"
            className="button"
            onClick={changed ? () => draft.put(starter, 'Started over') : draft.undo}
          >
            {changed ? 'Start over' : 'Undo: bring my files back'}
          </button>
        )}
      </EditorPane>
      {errors.length > 0 && <ProblemList diagnostics={errors} onGoTo={opened.goTo} />}
      {build && (
        <BuildPanel
          view={build}
          rebuild={rebuild}
          paths={paths}
          edited={edited}
          onEdit={setEdited}
          views={views}
        />
      )}
    </>
  );
}
