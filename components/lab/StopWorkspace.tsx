'use client';

import { useId, useMemo, useState } from 'react';
import { sameFiles } from '../exercise/draft';
import { Notices } from '../exercise/Notices';
import { useDraft } from '../exercise/useDraft';
import type { EditorStatus } from '../exercise/useEditorStatus';
import { EditorPane } from '../workspace/EditorPane';
import { useOpenFile } from '../workspace/useOpenFile';
import { LifeSteps } from './LifeSteps';
import type { Preset } from './StopIsland';
import { useLifecycle } from './useLifecycle';

/** A lesson's few lines need no more editor than this. */
const editor: EditorStatus = { is: 'plain', why: 'preference' };

/** The files of a container, how it is run, and its life step by step. */
export default function StopWorkspace({ lab, initial }: Preset) {
  const starter = useMemo(
    () => Object.fromEntries(lab.editable.map((path) => [path, lab.files[path] ?? ''])),
    [lab],
  );
  const draft = useDraft(`lab.${lab.id}`, starter);
  const files = useMemo(() => ({ ...lab.files, ...draft.files }), [lab, draft.files]);
  const [words, setWords] = useState('');
  const [init, setInit] = useState(false);
  const options = useMemo(
    () => ({ args: words.split(/\s+/).filter(Boolean), init, timeout: 10 }),
    [words, init],
  );
  const life = useLifecycle(files, options, initial);
  const opened = useOpenFile([...new Set([...lab.editable, ...Object.keys(lab.files)])]);
  const changed = !sameFiles(draft.files, starter);
  const id = useId();

  return (
    <>
      <Notices draft={draft} check={{ is: 'waiting' }} editor={editor} />
      <EditorPane
        opened={opened}
        status={editor}
        files={files}
        editable={lab.editable}
        outside={draft.outside}
        diagnostics={[]}
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
      <div className="stop-run">
        <code>docker run</code>
        <label className="stop-init">
          <input type="checkbox" checked={init} onChange={(event) => setInit(event.target.checked)} />
          <code>--init</code>
        </label>
        <code>shop</code>
        <label htmlFor={`${id}-words`} className="sr-only">
          Words after the image, in place of CMD
        </label>
        <input
          id={`${id}-words`}
          className="stop-words"
          value={words}
          placeholder="words in place of CMD"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {life.is === 'view' ? (
        <LifeSteps view={life.view} />
      ) : (
        <p className="notice" role="alert">
          The model itself failed, which says nothing about your files: {life.error}
        </p>
      )}
    </>
  );
}
