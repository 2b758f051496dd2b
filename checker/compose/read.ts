import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { LineIndex } from '../text.ts';
import { parseDocuments } from './documents.ts';
import { resolvePlain } from './scalar.ts';
import { controlCharacter, explainSyntax, isTakenAnyway } from './syntax.ts';
import type {
  ComposeNode,
  KeyNode,
  MappingEntry,
  MappingNode,
  ScalarNode,
  SourceFile,
  SyntaxProblem,
} from './types.ts';

/** What one file says: Compose merges the documents of a file like files of their own. */
export interface ComposeText {
  file: SourceFile;
  /** One a document, empty documents left out. */
  roots: readonly ComposeNode[];
  /** Empty when Compose's YAML library takes the text. */
  problems: readonly SyntaxProblem[];
}

/** Levels that collections may be nested in one another; real files need ten. */
const MOST_LEVELS = 500;

/** Values that a file may unfold to through its aliases before it counts as an attack. */
const MOST_NODES = 200_000;

/**
 * Reads one Compose file as the YAML library of `docker compose` would: anchors and merge keys resolved,
 * duplicate keys and tabs for indentation refused, aliases bounded. Never throws.
 *
 * Several documents in a file are read and merged in order, as compose-go's loader does:
 * https://github.com/compose-spec/compose-go/blob/main/loader/loader.go
 */
export function readCompose(text: string, path: string): ComposeText {
  const file: SourceFile = { path, index: new LineIndex(text) };
  const builder = new Builder(file);
  let roots: ComposeNode[] = [];
  try {
    roots = builder.documents(parseDocuments(text));
  } catch (error) {
    // The YAML library recurses, and so do we: what is nested too deep shows as this.
    if (!(error instanceof RangeError)) throw error;
    builder.problem(`The values of this file are nested more than ${MOST_LEVELS} levels deep.`, 0, 1);
  }
  if (/^ *\t/m.test(text)) builder.refuseTabs();
  const control = controlCharacter(text);
  if (control) builder.problem(control.message, control.at, control.at + 1);
  return { file, roots, problems: builder.problems };
}

/** Turns the YAML library's nodes into ours. */
class Builder {
  readonly problems: SyntaxProblem[] = [];
  private anchors = new Map<string, ComposeNode | 'unfinished'>();
  /** How many values a node unfolds to, aliases counted as often as they are used. */
  private readonly sizes = new Map<ComposeNode, number>();
  /** Where indentation does not count at all: between quotes, brackets and braces. */
  private readonly free: [start: number, end: number][] = [];
  /** Scalars of several lines: tabs are content of them behind the spaces that indent them. */
  private readonly scalars: [start: number, end: number][] = [];

  private level = 0;

  constructor(private readonly file: SourceFile) {}

  problem(message: string, start: number, end: number): void {
    this.problems.push({ message, range: this.file.index.range(start, Math.max(end, start + 1)) });
  }

  documents(documents: readonly Document.Parsed<ParsedNode>[]): ComposeNode[] {
    const { text } = this.file.index;
    const roots: ComposeNode[] = [];
    for (const document of documents) {
      // Errors behind the first one mostly follow from it.
      const error = document.errors.find((one) => !isTakenAnyway(one, text));
      if (error) {
        this.problem(explainSyntax(error, text), error.pos[0], error.pos[1]);
        continue;
      }
      const root = this.document(document);
      if (root && !(root.kind === 'scalar' && root.value === null)) roots.push(root);
    }
    return roots;
  }

  private document(document: Document.Parsed<ParsedNode>): ComposeNode | null {
    this.anchors = new Map();
    if (!document.contents) return null;
    const root = this.node(document.contents);
    if ((this.sizes.get(root) ?? 1) > MOST_NODES) {
      this.problem(
        `The aliases of this file unfold to more than ${MOST_NODES.toLocaleString('en')} values, and Compose ` +
          'refuses that as an attack. Repeat fewer anchors inside one another.',
        root.start,
        root.start + 1,
      );
      return null;
    }
    return root;
  }

  /** Go's YAML library takes no tab where indentation is expected, not even on an empty line. */
  refuseTabs(): void {
    for (const { index } of this.file.index.text.matchAll(/^ *\t/gm)) {
      const line = this.file.index.position(index).line;
      const start = this.file.index.lineStart(line);
      const content = this.file.index.text.slice(start, this.file.index.lineEnd(line));
      if (content.startsWith(' ') && content.trim() === '') continue;
      const tab = start + content.indexOf('\t');
      const within = ([from, to]: [number, number]) => from < tab && tab < to;
      if (this.free.some(within) || (tab > start && this.scalars.some(within))) continue;
      if (this.problems.some((problem) => problem.range.startLine === line)) continue;
      this.problem('YAML is not indented with tabs. Use spaces.', tab, tab + 1);
    }
  }

  private node(node: ParsedNode): ComposeNode {
    if (isAlias(node)) return this.alias(node.source, node.range[0], node.range[1]);
    if (++this.level > MOST_LEVELS) throw new RangeError('nested too deep');
    if (node.anchor) this.anchors.set(node.anchor, 'unfinished');
    const built = isMap(node) ? this.mapping(node) : isSeq(node) ? this.sequence(node) : this.scalar(node);
    if (node.anchor) this.anchors.set(node.anchor, built);
    this.level--;
    return built;
  }

  private alias(name: string, start: number, end: number): ComposeNode {
    const target = this.anchors.get(name);
    if (target !== undefined && target !== 'unfinished') return target;
    this.problem(
      target === 'unfinished'
        ? `The anchor \`&${name}\` contains itself.`
        : `There is no anchor \`&${name}\` above that this alias could stand for.`,
      start,
      end,
    );
    return this.nothing(start, end);
  }

  private nothing(start: number, end: number): ScalarNode {
    return { kind: 'scalar', file: this.file, start, end, value: null, text: '', plain: true };
  }

  private scalar(node: ParsedNode): ScalarNode {
    if (!isScalar(node)) throw new Error('unreachable: neither mapping, sequence, alias nor scalar');
    const [start, end] = node.range as [number, number, number];
    const plain = node.type === 'PLAIN' || node.type === undefined;
    const text = String(node.value ?? '');
    if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') this.free.push([start, end]);
    else this.scalars.push([start, end]);
    const scalar: ScalarNode = {
      kind: 'scalar',
      file: this.file,
      start,
      end,
      value: resolveTagged(node as Scalar, text, plain),
      text,
      plain,
    };
    return this.tagged(scalar, node.tag);
  }

  private sequence(node: ParsedNode): ComposeNode {
    if (!isSeq(node)) throw new Error('unreachable: not a sequence');
    const [start, end] = node.range as [number, number, number];
    if (node.flow) this.free.push([start, end]);
    const items = (node.items as (ParsedNode | null)[]).map((item) =>
      item ? this.node(item) : this.nothing(start, end),
    );
    const sequence: ComposeNode = {
      kind: 'sequence',
      file: this.file,
      start,
      end: this.trimEnd(start, end),
      items,
    };
    this.measure(sequence, items);
    return this.tagged(sequence, node.tag);
  }

  private mapping(node: YAMLMap): ComposeNode {
    const [start, end] = node.range as [number, number, number];
    if (node.flow) this.free.push([start, end]);
    const own = new Map<string, MappingEntry>();
    const merged: MappingNode[] = [];
    let mergeKey = false;
    for (const pair of node.items) {
      const key = this.key(pair.key as ParsedNode | null, start);
      const value = pair.value ? this.node(pair.value as ParsedNode) : this.nothing(key.end, key.end);
      if (value.kind === 'scalar' && value.value === null && value.text === '' && value.plain) {
        // An empty value stands at its key, so that whoever is told about it sees where.
        value.start = key.start;
        value.end = key.end;
      }
      const isMerge = key.text === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN';
      if (isMerge ? mergeKey : own.has(key.text)) {
        const first = own.get(key.text)?.key;
        const where = first ? `, already set on line ${this.file.index.position(first.start).line}` : '';
        this.problem(
          `The key \`${key.text}\` stands twice in this mapping${where}. Keep one.`,
          key.start,
          key.end,
        );
      }
      if (isMerge) {
        mergeKey = true;
        merged.push(...this.mergeSources(value, key));
      } else {
        own.set(key.text, { key, value, inherited: false });
      }
    }
    const entries = merged.length === 0 ? own : mergeInto(own, merged);
    const mapping: MappingNode = {
      kind: 'mapping',
      file: this.file,
      start,
      end: this.trimEnd(start, end),
      entries,
    };
    this.measure(
      mapping,
      [...entries.values()].map((entry) => entry.value),
    );
    return this.tagged(mapping, node.tag);
  }

  /** The mappings that a `<<` names; earlier ones win. */
  private mergeSources(value: ComposeNode, key: KeyNode): MappingNode[] {
    const sources = value.kind === 'sequence' ? value.items : [value];
    const mappings = sources.filter((source) => source.kind === 'mapping');
    if (mappings.length < sources.length) {
      this.problem(
        '`<<` merges a mapping or a list of mappings, usually an alias such as `*defaults`.',
        key.start,
        key.end,
      );
    }
    return mappings;
  }

  private key(node: ParsedNode | null, start: number): KeyNode {
    if (!node) return { file: this.file, start, end: start, text: '', isText: false };
    const built = this.node(node);
    const isText = built.kind === 'scalar' && (typeof built.value === 'string' || built.text === '<<');
    return {
      file: this.file,
      start: node.range[0],
      end: node.range[1],
      text: built.kind === 'scalar' ? built.text : this.file.index.text.slice(node.range[0], node.range[1]),
      isText,
    };
  }

  private tagged<T extends ComposeNode>(node: T, tag: string | undefined): T {
    if (tag === '!reset') node.merge = 'reset';
    else if (tag === '!override') node.merge = 'override';
    return node;
  }

  private measure(node: ComposeNode, children: readonly ComposeNode[]): void {
    let size = 1;
    for (const child of children) size += this.sizes.get(child) ?? 1;
    this.sizes.set(node, size);
  }

  /** Block collections end where the next line's content begins; a range ends with its last visible character. */
  private trimEnd(start: number, end: number): number {
    const text = this.file.index.text;
    while (end > start + 1 && /\s/.test(text[end - 1] as string)) end--;
    return end;
  }
}

function resolveTagged(node: Scalar, text: string, plain: boolean): ScalarNode['value'] {
  // Set only where the file writes a tag.
  switch (node.tag) {
    case undefined:
    case '!reset':
    case '!override':
      return plain ? resolvePlain(text) : text;
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
    case 'tag:yaml.org,2002:bool':
    case 'tag:yaml.org,2002:null':
      return resolvePlain(text);
    default:
      return text;
  }
}

function mergeInto(
  own: ReadonlyMap<string, MappingEntry>,
  sources: readonly MappingNode[],
): ReadonlyMap<string, MappingEntry> {
  const entries = new Map<string, MappingEntry>(own);
  for (const source of sources) {
    for (const [name, entry] of source.entries) {
      if (!entries.has(name)) entries.set(name, { ...entry, inherited: true });
    }
  }
  return entries;
}
