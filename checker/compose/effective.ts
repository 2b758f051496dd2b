import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';
import type { ComposeProject } from './model.ts';
import type { ComposeNode, ScalarNode } from './types.ts';

/**
 * The one file that Compose makes of several, as YAML: merged, extended and interpolated, as
 * `docker compose config` prints it but in the short forms that the files use. What depends on variables that
 * nothing sets stays as written.
 */
export function effectiveFile(project: ComposeProject): string {
  const document = new Document(toPlain(project.root), { aliasDuplicateObjects: false });
  if (isMap(document.contents)) {
    document.contents.items = document.contents.items.filter(
      ({ key }) => isScalar(key) && key.value !== 'version',
    );
  }
  visit(document, {
    Pair(_key, { key, value }) {
      // A command reads best on one line; lists of other things are compared line by line.
      if (isSeq(value) && isScalar(key) && commands.has(String(key.value))) value.flow = true;
    },
    Scalar(_key, node) {
      // Readers of older YAML take such a port for a number.
      if (typeof node.value === 'string' && /^[\d.:/-]*\d:\d+/.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Keys whose value is the words of a command. */
const commands = new Set(['command', 'entrypoint', 'test']);

function toPlain(node: ComposeNode): unknown {
  if (node.kind === 'sequence') return node.items.map(toPlain);
  if (node.kind === 'mapping') {
    return Object.fromEntries([...node.entries].map(([name, { value }]) => [name, toPlain(value)]));
  }
  return node.unknown ? writtenText(node) : node.value;
}

/** A value as the file has it, quotes removed. */
function writtenText(node: ScalarNode): string {
  const text = node.file.index.text.slice(node.start, node.end);
  return /^(['"])[\s\S]*\1$/.test(text) ? text.slice(1, -1) : text;
}
