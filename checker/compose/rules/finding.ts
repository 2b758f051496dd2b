import type { Fix, Severity } from '../../types.ts';
import { type ComposeNode, type KeyNode, rangeOf } from '../types.ts';
import type { ComposeFinding } from './rule.ts';

/** A finding at a value or a key. */
export function at(place: ComposeNode | KeyNode, path: string, message: string, fix?: Fix): ComposeFinding {
  return { file: place.file.path, range: rangeOf(place), path, message, ...(fix && { fix }) };
}

/** A finding whose severity may differ from its rule's. */
export function atSeverity(
  place: ComposeNode | KeyNode,
  path: string,
  message: string,
  severity: Severity | undefined,
): ComposeFinding {
  return { ...at(place, path, message), ...(severity && { severity }) };
}

/** Puts an entry in front of the first one of a list, in the list's own style. */
export function insertBefore(first: ComposeNode, title: string, entry: string): Fix | undefined {
  const { file, start } = first;
  const line = file.index.position(start).line;
  const before = file.index.text.slice(file.index.lineStart(line), start);
  const isBlock = /^\s*- +$/.test(before);
  const quote = /^['"]/.exec(file.index.text.slice(start, start + 1))?.[0] ?? '';
  if (!isBlock && !/\[\s*$/.test(before)) return undefined;
  const text = `${quote}${entry}${quote}${isBlock ? `\n${before}` : ', '}`;
  return { title, edits: [{ file: file.path, range: file.index.range(start, start), text }] };
}

/** Replaces a value or a key. */
export function replace(place: ComposeNode | KeyNode, title: string, text: string): Fix {
  return { title, edits: [{ file: place.file.path, range: rangeOf(place), text }] };
}

/** Removes a key with its value, whole lines of it; undefined when other things stand on these lines. */
export function removeEntry(key: KeyNode, value: ComposeNode, title: string): Fix | undefined {
  const { file } = key;
  const first = file.index.position(key.start).line;
  const last = file.index.position(Math.max(value.end - 1, key.start)).line;
  const before = file.index.text.slice(file.index.lineStart(first), key.start);
  const after = file.index.text.slice(value.end, file.index.lineEnd(last));
  if (value.file !== file || before.trim() !== '' || !/^\s*(#.*)?$/.test(after)) return undefined;
  const start = file.index.lineStart(first);
  const end = last < file.index.lineCount ? file.index.lineStart(last + 1) : file.index.lineEnd(last);
  return { title, edits: [{ file: file.path, range: file.index.range(start, end), text: '' }] };
}

/** Adds lines as the first ones of a mapping in block style, indented like it; undefined where it has another style. */
export function insertFirst(mapping: ComposeNode, title: string, lines: readonly string[]): Fix | undefined {
  if (mapping.kind !== 'mapping') return undefined;
  const first = [...mapping.entries.values()].find(
    ({ key, inherited }) => !inherited && key.file === mapping.file && key.start >= mapping.start,
  );
  if (!first) return undefined;
  const { file, start } = first.key;
  const line = file.index.position(start).line;
  const indent = file.index.text.slice(file.index.lineStart(line), start);
  if (indent.trim() !== '' || indent.includes('\t')) return undefined;
  return {
    title,
    edits: [
      {
        file: file.path,
        range: file.index.range(start, start),
        text: lines.map((text) => `${text}\n${indent}`).join(''),
      },
    ],
  };
}
