import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const emptyContinuationPage: RulePage = {
  title: 'Leave no empty line inside an instruction',
  why: 'BuildKit still skips empty lines after a continuation, but has announced that they will become errors. They also make it hard to see where an instruction ends.',
  sources: [buildCheckPage('no-empty-continuation')],
};

export const emptyContinuation = buildkitRule(
  'NoEmptyContinuation',
  {
    name: 'empty-continuation',
    severity: 'warning',
    set: 'default',
  },
  ({ line }, { dockerfile }) => {
    const found = dockerfile.emptyContinuations.find((continuation) => continuation.line === line);
    const edits = (found?.blanks ?? []).map(({ startLine }) => ({
      file: dockerfile.path,
      range: { startLine, startColumn: 1, endLine: startLine + 1, endColumn: 1 },
      text: '',
    }));
    const closed = edits.every(({ range }) => range.endLine <= dockerfile.lines.lineCount);
    return {
      message:
        'The instruction goes on after an empty line, which will be an error in a coming release. Delete the line, or begin it with #.',
      ...(closed ? { fix: { title: 'Delete the empty lines', edits } } : {}),
    };
  },
);
