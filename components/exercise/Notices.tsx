import { useState } from 'react';
import type { CheckState } from './checker-client';
import type { StorageState } from './storage';
import type { EditorStatus } from './useEditorStatus';

const storageWords: Record<StorageState, string | null> = {
  kept: null,
  full: "This browser's storage is full: your changes work here, but will be gone when you close the page. Copy what you want to keep.",
  forbidden:
    'This browser does not let the page keep anything: your changes work here, but will be gone when you close the page. Copy what you want to keep.',
};

/** What is not as it should be, and whose fault it is: never the learner's file. */
export function Notices({
  storage,
  check,
  editor,
}: {
  storage: StorageState;
  check: CheckState;
  editor: EditorStatus;
}) {
  return (
    <div role="alert">
      {storageWords[storage] && <p className="notice">{storageWords[storage]}</p>}
      {check.is === 'broken' && <CheckerFailure {...check} />}
      {editor.is === 'plain' && editor.why === 'failed' && (
        <p className="notice">The full editor could not be loaded. This plain one does the same checks.</p>
      )}
    </div>
  );
}

function CheckerFailure({ error, input }: Extract<CheckState, { is: 'broken' }>) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const report = JSON.stringify({ error, input }, null, 2);
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <div className="notice">
      <p>
        The checker itself failed. That says nothing about your files; it starts afresh with your next edit.
        If you report it, please send the input along.
      </p>
      <p className="mt-2">
        <button type="button" className="button" onClick={copy}>
          {copied === 'yes' ? 'Copied' : 'Copy the input for a report'}
        </button>
      </p>
      <details className="mt-2" open={copied === 'failed' || undefined}>
        <summary>What went wrong</summary>
        <textarea readOnly className="editor-plain" aria-label="Input for a report" value={report} />
      </details>
    </div>
  );
}
