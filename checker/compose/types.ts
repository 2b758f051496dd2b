import type { LineIndex } from '../text.ts';
import type { Range } from '../types.ts';

/** One Compose file, with what is needed to turn offsets into lines. */
export interface SourceFile {
  path: string;
  index: LineIndex;
}

interface Placed {
  file: SourceFile;
  /** Offsets in the file's text, end exclusive. A node that comes from an alias stands where its anchor stands. */
  start: number;
  end: number;
  /** Compose's own tags, which steer the merge of files. */
  merge?: 'reset' | 'override';
}

export interface ScalarNode extends Placed {
  kind: 'scalar';
  /** As YAML resolves it, the way that Compose's YAML library does. */
  value: string | number | boolean | null;
  /** The text behind `value`: quotes undone, `0444` still `0444`. */
  text: string;
  plain: boolean;
  /**
   * Variables that the value depends on and that nothing sets, once it is interpolated: then neither `value`
   * nor `text` can be relied on.
   */
  unknown?: readonly string[];
}

export interface KeyNode extends Placed {
  /** The key as text; Compose refuses keys that YAML takes for something else than text. */
  text: string;
  isText: boolean;
}

export interface MappingNode extends Placed {
  kind: 'mapping';
  entries: ReadonlyMap<string, MappingEntry>;
}

export interface MappingEntry {
  key: KeyNode;
  value: ComposeNode;
  /** Whether the entry came through a merge key (`<<`). */
  inherited: boolean;
}

export interface SequenceNode extends Placed {
  kind: 'sequence';
  items: readonly ComposeNode[];
}

/** A value of a Compose file, anchors and merge keys resolved. */
export type ComposeNode = ScalarNode | MappingNode | SequenceNode;

/** Something that makes Compose refuse the text before it looks at what it means. */
export interface SyntaxProblem {
  message: string;
  range: Range;
}

/** Where a value or a key stands. */
export function rangeOf(place: { file: SourceFile; start: number; end: number }): Range {
  return place.file.index.range(place.start, place.end);
}
