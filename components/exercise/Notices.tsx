import type { ReactNode } from 'react';
import { download } from '../progress/download';
import { CopyButton } from '../ui/CopyButton';
import type { CheckState } from './checker-client';
import type { Draft } from './useDraft';
import type { EditorStatus } from './useEditorStatus';

interface Props {
  /** Of an exercise; files elsewhere have none. */
  draft?: Pick<Draft, 'damaged' | 'forgetDamaged'>;
  check: CheckState;
  editor: EditorStatus;
}

/** What is not as it should be, and whose fault it is: never the learner's file. */
export function Notices({ draft, check, editor }: Props) {
  const failures = check.is === 'checked' ? check.verdict.report.failures : [];
  const broken =
    check.is === 'checked' ? check.verdict.report.goals.filter(({ status }) => status === 'error') : [];
  return (
    <div role="alert">
      {draft && draft.damaged !== null && (
        <DamagedDraft text={draft.damaged} onForget={draft.forgetDamaged} />
      )}
      {check.is === 'broken' && (
        <CheckerFailure report={{ error: check.error, input: check.input }}>
          The checker itself failed. That says nothing about your files; it starts afresh with your next edit.
        </CheckerFailure>
      )}
      {check.is === 'checked' && failures.length + broken.length > 0 && (
        <CheckerFailure report={{ failures, goals: broken, input: check.input }}>
          A part of the checker failed:{' '}
          {[...failures.map(({ rule }) => rule), ...broken.map(({ id }) => id)].join(', ')}. That says nothing
          about your files. Everything else was checked.
        </CheckerFailure>
      )}
      {editor.is === 'plain' && editor.why === 'failed' && (
        <p className="notice">The full editor could not be loaded. This plain one does the same checks.</p>
      )}
    </div>
  );
}

function DamagedDraft({ text, onForget }: { text: string; onForget: () => void }) {
  return (
    <div className="notice">
      <p>
        What this browser kept of your work here cannot be read: it is damaged, or a newer version of this
        guide wrote it. You begin with the starter. The text that was kept is still there.
      </p>
      <p className="notice-choices">
        <CopyButton text={text} label="Copy what was kept" />
        <button type="button" className="button" onClick={onForget}>
          Forget it
        </button>
      </p>
    </div>
  );
}

function CheckerFailure({ report, children }: { report: object; children: ReactNode }) {
  const text = JSON.stringify(report, null, 2);
  return (
    <div className="notice">
      <p>{children} If you report it, please send the input along.</p>
      <p className="notice-choices">
        <CopyButton text={text} label="Copy the input for a report" />
        <button type="button" className="button" onClick={() => download('checker-report.json', text)}>
          Download it
        </button>
      </p>
      <details className="mt-2">
        <summary>What went wrong</summary>
        <textarea readOnly className="editor-plain" aria-label="Input for a report" value={text} />
      </details>
    </div>
  );
}
