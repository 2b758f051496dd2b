'use client';

import { useEffect, useId, useState } from 'react';
import type { ComposeFile, SideBySide } from '@/checker/compose/side-by-side.ts';
import { DifferenceTable } from '../examples/DifferenceTable';
import { InlineCode } from '../ui/InlineCode';

type Pair = readonly [ComposeFile, ComposeFile];

/** Characters that a file may have here: what is longer would hold up the page while it is read. */
const longest = 20_000;

/** Two files to edit, and the table of their differences; what compares them loads with the first edit. */
export function DifferencesForm({ files, initial }: { files: Pair; initial: SideBySide }) {
  const [pair, setPair] = useState(files);
  const result = useComparison(pair, files, initial);
  const id = useId();
  return (
    <>
      <div className="compare-files">
        {pair.map(({ path, text }, side) => (
          <label key={path} className="compare-file">
            <span>{path}</span>
            <textarea
              wrap="off"
              value={text}
              maxLength={longest}
              rows={17}
              spellCheck={false}
              autoCapitalize="off"
              autoCorrect="off"
              onChange={({ target }) => setPair(withText(pair, side, target.value))}
            />
          </label>
        ))}
      </div>
      <div className="compare-result">
        <p id={id} className="panel-title" role="status">
          {summaryOf(result)}
        </p>
        {result.refused ? (
          <p>
            {result.refused.file}, line {result.refused.line}: <InlineCode text={result.refused.message} />
          </p>
        ) : (
          result.differences.length > 0 && (
            <DifferenceTable differences={result.differences} labelledBy={id} />
          )
        )}
        <p className="mt-4">
          <button type="button" className="button" disabled={pair === files} onClick={() => setPair(files)}>
            Put the files of the lesson back
          </button>
        </p>
      </div>
    </>
  );
}

/** The comparison of the files as they are now; the last one until it is there. */
function useComparison(pair: Pair, files: Pair, initial: SideBySide): SideBySide {
  const [result, setResult] = useState(initial);
  useEffect(() => {
    if (pair === files) return setResult(initial);
    let stale = false;
    import('@/checker/compose/side-by-side.ts').then(({ sideBySide }) => {
      if (!stale) setResult(sideBySide(...pair));
    });
    return () => {
      stale = true;
    };
  }, [pair, files, initial]);
  return result;
}

function withText([left, right]: Pair, side: number, text: string): Pair {
  return side === 0 ? [{ ...left, text }, right] : [left, { ...right, text }];
}

function summaryOf(result: SideBySide): string {
  if (result.refused) return 'Docker Compose refuses one of the files';
  const { length } = result.differences;
  if (length === 0) return 'They run the same';
  return length === 1 ? 'They differ in one thing' : `They differ in ${length} things`;
}
