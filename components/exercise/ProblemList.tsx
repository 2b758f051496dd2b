import Link from 'next/link';
import { fixesTogether } from '@/checker/fix.ts';
import type { Diagnostic, Fix } from '@/checker/types.ts';
import { InlineCode } from '../ui/InlineCode';
import type { Files } from './data';
import type { Place } from './Editor';
import { useReasons } from './useReasons';

/** Problems listed at most; a file of noise would have thousands. */
const most = 50;

const words = { error: 'Error', warning: 'Warning', info: 'Remark' };

interface Props {
  diagnostics: readonly Diagnostic[];
  onGoTo: (place: Place) => void;
  /** Where fixes may be applied. */
  fixing?: { files: Files; onFix: (fixes: readonly Fix[]) => void };
}

/** Everything that the checker objects to; each entry leads to its place in the file, and to its repair. */
export function ProblemList({ diagnostics, onGoTo, fixing }: Props) {
  const reasons = useReasons();
  if (diagnostics.length === 0) return <p className="panel-empty">Nothing to object to.</p>;
  const together = fixing ? fixesTogether(fixing.files, diagnostics) : [];
  return (
    <>
      {fixing && together.length > 1 && (
        <button type="button" className="button mt-2" onClick={() => fixing.onFix(together)}>
          Apply {together.length} fixes
        </button>
      )}
      <ul className="problems" aria-label="Problems">
        {diagnostics.slice(0, most).map((diagnostic) => (
          <Problem
            key={`${diagnostic.rule}:${diagnostic.range.startLine}:${diagnostic.range.startColumn}:${diagnostic.message}`}
            diagnostic={diagnostic}
            reason={reasons[diagnostic.rule] ?? null}
            onGoTo={onGoTo}
            onFix={fixing?.onFix}
          />
        ))}
        {diagnostics.length > most && (
          <li className="panel-empty">And {diagnostics.length - most} more, further down in the files.</li>
        )}
      </ul>
    </>
  );
}

interface ProblemProps {
  diagnostic: Diagnostic;
  reason: string | null;
  onGoTo: (place: Place) => void;
  onFix: ((fixes: readonly Fix[]) => void) | undefined;
}

function Problem({ diagnostic, reason, onGoTo, onFix }: ProblemProps) {
  const { severity, message, file, rule, range, fix } = diagnostic;
  return (
    <li data-severity={severity}>
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
      <div className="problem-more">
        {fix && onFix && (
          <button type="button" className="button" onClick={() => onFix([fix])}>
            Fix: {fix.title}
          </button>
        )}
        {reason !== null && (
          <details>
            <summary>Why: {rule}</summary>
            <p>
              <InlineCode text={reason} />{' '}
              <Link className="link" href={`/rules/${rule}/`} prefetch={false}>
                More on {rule}
              </Link>
            </p>
          </details>
        )}
      </div>
    </li>
  );
}
