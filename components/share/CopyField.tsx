import { useId, useRef, useState } from 'react';

/** A text to be copied, by a button or by hand; what happened is said aloud. */
export function CopyField({ label, value, rows }: { label: string; value: string; rows?: number }) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ value: string; went: 'well' | 'wrong' } | null>(null);
  const copy = () => {
    field.current?.select();
    // Absent where the page is not served over https.
    const writing = navigator.clipboard?.writeText(value) ?? Promise.reject();
    writing.then(
      () => setCopied({ value, went: 'well' }),
      () => setCopied({ value, went: 'wrong' }),
    );
  };
  const state = copied?.value === value ? copied.went : null;
  const shared = { id, ref: field, value, readOnly: true, spellCheck: false, className: 'copy-text' };
  return (
    <div className="copy-field">
      <label htmlFor={id}>
        {label} <span className="copy-length">{value.length.toLocaleString('en')} characters</span>
      </label>
      <div className="copy-row">
        {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} />}
        <button type="button" className="button" onClick={copy}>
          {state === 'well' ? 'Copied' : 'Copy'} <span className="sr-only">{label}</span>
        </button>
      </div>
      <p role="status" className="copy-state">
        {state === 'well' && `${label}: copied.`}
        {state === 'wrong' && 'The browser did not allow copying. The text is selected: press Ctrl+C.'}
      </p>
    </div>
  );
}
