import type { Diagnostic } from '../types.ts';
import { mergeTrees, withoutReset } from './merge.ts';
import type { ComposeText } from './read.ts';
import { type ComposeNode, rangeOf } from './types.ts';
import { type Violation, validate } from './validate.ts';

/** What makes Compose refuse the files, in order: as YAML first, and only then by the schema. */
export function refusalsOf(texts: readonly ComposeText[]): Diagnostic[] {
  const syntax = texts.flatMap(({ file, problems }) =>
    problems.map(
      (problem): Diagnostic => ({
        rule: 'compose-syntax',
        severity: 'error',
        file: file.path,
        refs: [],
        ...problem,
      }),
    ),
  );
  if (syntax.length > 0) return syntax;
  const layers = texts.flatMap(({ roots }) => roots);
  const empty = texts.find(({ roots }) => roots.length === 0);
  if (layers.length === 0) {
    const file = empty?.file.path ?? 'compose.yaml';
    return [
      {
        rule: 'compose-syntax',
        severity: 'error',
        file,
        range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        message: 'The Compose file is empty. It needs at least `services:` with one service.',
        refs: [],
      },
    ];
  }
  const own = layers.flatMap((root, index) => validate(root, { partial: index > 0 }));
  return (own.length > 0 || layers.length === 1 ? own : violationsTogether(layers)).map(describe);
}

/** What every file leaves to the others must be there once they are laid upon each other. */
function violationsTogether(layers: readonly ComposeNode[]): Violation[] {
  const [first, ...rest] = layers as [ComposeNode, ...ComposeNode[]];
  return validate(rest.reduce((base, over) => mergeTrees(base, over), withoutReset(first)));
}

function describe({ path, place, message, repair }: Violation): Diagnostic {
  const file = place.file.path;
  const range = rangeOf(place);
  return {
    rule: 'compose-schema',
    severity: 'error',
    message,
    file,
    range,
    refs: [],
    path,
    ...(repair && { fix: { title: repair.title, edits: [{ file, range, text: repair.text }] } }),
  };
}
