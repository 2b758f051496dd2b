import Link from 'next/link';
import { REFUSED } from '@/checker/refused.ts';
import type { Diagnostic } from '@/checker/types.ts';
import { InlineCode } from '../ui/InlineCode';
import type { Place } from './Editor';

/** Problems listed at most; a file of noise would have thousands. */
const most = 50;

const words = { error: 'Error', warning: 'Warning', info: 'Remark' };

/** Everything that the checker objects to; each entry leads to its place in the file. */
export function ProblemList({
  diagnostics,
  onGoTo,
}: {
  diagnostics: readonly Diagnostic[];
  onGoTo: (place: Place) => void;
}) {
  if (diagnostics.length === 0) return <p className="panel-empty">Nothing to object to.</p>;
  return (
    <ul className="problems" aria-label="Problems">
      {diagnostics.slice(0, most).map(({ severity, message, file, rule, range }) => (
        <li key={`${rule}:${range.startLine}:${range.startColumn}:${message}`} data-severity={severity}>
          <button
            type="button"
            className="problem"
            onClick={() => onGoTo({ file, line: range.startLine, column: range.startColumn })}
          >
            <span className="problem-place">
              {words[severity]} · {file}, line {range.startLine}
            </span>
            <span className="block">
              <InlineCode text={message} />
            </span>
          </button>
          {rule !== REFUSED && (
            <Link className="problem-rule link" href={`/rules/${rule}/`} prefetch={false}>
              Why: {rule}
            </Link>
          )}
        </li>
      ))}
      {diagnostics.length > most && (
        <li className="panel-empty">And {diagnostics.length - most} more, further down in the files.</li>
      )}
    </ul>
  );
}
