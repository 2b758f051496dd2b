import {
  type Assignment,
  type CommandNode,
  type CompoundList,
  forEachChild,
  type ParsedScript,
  type PipelineNode,
  parse,
  type Redirection,
  type Statement,
  type SyntaxNode,
  type Word,
  type WordPart,
} from 'unbash';
import type { Range } from '../types.ts';
import type { ScriptSource } from './source.ts';
import type { Reached, ShellCommand, ShellScript, ShellWord } from './types.ts';

/**
 * Reads a script for a POSIX-like shell. It never throws: what does not parse is listed under `errors`, and the
 * commands are those that could be made out nevertheless.
 */
export function parseShell(source: ScriptSource): ShellScript {
  if (isHostile(source.text)) {
    const error = {
      message: 'the substitutions are nested too deeply to be read',
      range: source.range(0, 0),
    };
    return { dialect: 'sh', commands: [], errors: [error] };
  }
  const flattener = new Flattener(source);
  flattener.script(parse(source.text), { reached: 'always', within: 'list' });
  return { dialect: 'sh', commands: flattener.commands, errors: flattener.errors };
}

/** Substitutions in each other; nobody writes a handful, and the parser reads the text anew for each level. */
const MAX_DEPTH = 16;
/** Substitutions times characters: the most that reading may cost, whatever the nesting looks like. */
const MAX_WORK = 2_000_000;

/** Whether reading the text would take seconds: it can only have been made for that. */
function isHostile(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  let count = 0;
  for (const [token] of text.matchAll(/\\.|'[^']*'|\$[({[]|[<>]\(|[)}\]]/gs)) {
    if (token === ')' || token === '}' || token === ']') depth = Math.max(0, depth - 1);
    else if (token[0] !== '\\' && token[0] !== "'") {
      count++;
      deepest = Math.max(deepest, ++depth);
    }
  }
  return deepest > MAX_DEPTH || count * text.length > MAX_WORK;
}

/** Where in the script's structure a node stands. */
interface Place {
  reached: Reached;
  within: ShellCommand['within'];
}

/** Walks unbash's tree once and lists its simple commands. */
class Flattener {
  readonly commands: ShellCommand[] = [];
  readonly errors: ShellScript['errors'] = [];
  private pipelines = 0;
  /** Range of the backtick substitution whose unescaped text the positions now count in. */
  private fixed: Range | null = null;
  private text: string;

  constructor(private readonly source: ScriptSource) {
    this.text = source.text;
  }

  script(script: ParsedScript, place: Place): void {
    for (const error of script.errors ?? []) {
      // At the end of the text the last character is to blame: an empty range cannot be shown.
      const at = Math.max(0, Math.min(error.pos, this.text.length - 1));
      this.errors.push({ message: error.message, range: this.range(at, at + 1) });
    }
    this.statements(script.commands, place);
  }

  private statements(statements: readonly Statement[], place: Place): void {
    let before: Statement | null = null;
    for (const statement of statements) {
      this.statement(statement, before === null ? null : this.separator(before, statement), place);
      before = statement;
    }
  }

  /** What ends `before`: a line break counts only where nothing else does. */
  private separator(before: Statement, next: Statement): ShellCommand['after'] {
    if (before.background) return '&';
    return this.text.slice(before.end, next.pos).includes(';') ? ';' : '\n';
  }

  private statement(statement: Statement, after: ShellCommand['after'], place: Place): void {
    const { command } = statement;
    if (command.type !== 'AndOr') return this.pipeline(command, after, place);
    command.commands.forEach((part, i) => {
      const operator = i === 0 ? after : (command.operators[i - 1] ?? after);
      this.pipeline(part, operator, operator === '||' ? { ...place, reached: 'conditional' } : place);
    });
  }

  private pipeline(node: PipelineNode, after: ShellCommand['after'], place: Place): void {
    const number = ++this.pipelines;
    if (node.type !== 'Pipeline') return this.node(node, after, place, number);
    node.commands.forEach((part, i) => {
      this.node(part, i === 0 ? after : '|', place, number);
    });
  }

  private node(node: CommandNode, after: ShellCommand['after'], place: Place, pipeline: number): void {
    const maybe = (within: Place['within']): Place => ({ reached: 'conditional', within });
    const surely = (within: Place['within']): Place => ({ reached: place.reached, within });
    switch (node.type) {
      case 'Command':
        return this.command(node, after, place, pipeline);
      case 'Redirected':
        this.node(node.command, after, place, pipeline);
        if (node.redirects.length > 0 && place.within !== 'substitution')
          this.commands.push({
            name: null,
            args: [],
            assignments: [],
            compound: true,
            redirects: node.redirects.map((redirect) => this.redirect(redirect)),
            after: null,
            reached: place.reached,
            pipeline,
            within: place.within,
            range: this.range(node.pos, node.end),
          });
        for (const redirect of node.redirects) this.inside(redirect, place);
        return;
      case 'Subshell':
        return this.list(node.body, after, surely('subshell'));
      case 'BraceGroup':
        return this.list(node.body, after, place);
      case 'If':
        this.list(node.clause, after, surely('if'));
        this.list(node.then, null, maybe('if'));
        for (const branch of node.elif) {
          this.list(branch.clause, null, maybe('if'));
          this.list(branch.then, null, maybe('if'));
        }
        if (node.else) this.list(node.else, null, maybe('if'));
        return;
      case 'While':
        this.list(node.clause, after, surely('loop'));
        this.list(node.body, null, maybe('loop'));
        return;
      case 'For': {
        for (const word of node.wordlist ?? []) this.inside(word, place);
        // Over words that are written out the body runs at least once.
        const runs = node.wordlist?.some((word) => isLiteral(word)) ?? false;
        return this.list(node.body, after, runs ? surely('loop') : maybe('loop'));
      }
      case 'Select':
      case 'ArithmeticFor':
        return this.list(node.body, after, maybe('loop'));
      case 'Case':
        this.inside(node.word, place);
        for (const item of node.items) this.list(item.body, null, maybe('case'));
        return;
      case 'Function':
        if (node.body.type === 'CompoundList') return this.list(node.body, null, maybe('function'));
        return this.node(node.body, null, maybe('function'), pipeline);
      case 'Coproc':
        if (node.body.type === 'CompoundList') return this.list(node.body, after, place);
        return this.node(node.body, after, place, pipeline);
      case 'TestCommand':
      case 'ArithmeticCommand':
        return this.inside(node, place);
    }
  }

  private list(list: CompoundList, after: ShellCommand['after'], place: Place): void {
    let before: Statement | null = null;
    for (const statement of list.commands) {
      this.statement(statement, before === null ? after : this.separator(before, statement), place);
      before = statement;
    }
  }

  private command(
    node: Extract<CommandNode, { type: 'Command' }>,
    after: ShellCommand['after'],
    place: Place,
    pipeline: number,
  ): void {
    const args: ShellWord[] = [];
    const assignments: ShellCommand['assignments'] = [];
    const redirects: ShellCommand['redirects'] = [];
    for (const part of node.prefix) {
      if (part.type === 'Assignment') assignments.push(this.assignment(part));
      else redirects.push(this.redirect(part));
    }
    for (const part of node.suffix) {
      if (part.type === 'Word') args.push(this.word(part));
      else if (part.type === 'Assignment') args.push(this.assignmentWord(part));
      else redirects.push(this.redirect(part));
    }
    this.commands.push({
      name: node.name ? this.word(node.name) : null,
      args,
      assignments,
      redirects,
      after,
      reached: place.reached,
      pipeline,
      within: place.within,
      range: this.range(node.pos, node.end),
    });
    for (const part of node.prefix) this.inside(part, place);
    if (node.name?.parts) this.inside(node.name, place);
    for (const part of node.suffix) if (part.type !== 'Word' || part.parts) this.inside(part, place);
  }

  /** Finds the scripts in substitutions at any depth of a word, a redirection, a test or an expansion. */
  private inside(node: SyntaxNode, place: Place): void {
    if (node.type === 'Script') return this.substitution(node, place);
    forEachChild(node, (child) => {
      // A backtick substitution with escapes is read from its unescaped text: only its whole place is known.
      if (child.type === 'Script' && child.source !== undefined) {
        const outer = { fixed: this.fixed, text: this.text };
        this.fixed ??= this.range(node.pos, node.end);
        this.text = child.source;
        this.substitution(child, place);
        Object.assign(this, outer);
      } else this.inside(child, place);
    });
  }

  private substitution(script: ParsedScript, place: Place): void {
    this.script(script, { reached: place.reached, within: 'substitution' });
  }

  private word(node: Word): ShellWord {
    return {
      text: node.value,
      raw: node.text,
      literal: isLiteral(node),
      range: this.range(node.pos, node.end),
    };
  }

  private assignment(node: Assignment): ShellCommand['assignments'][number] {
    const value = node.value.type === 'Word' ? this.word(node.value) : null;
    return { name: node.name, value, range: this.range(node.pos, node.end) };
  }

  /** `NAME=value` where an argument stands (`export A=1`, `npm config set key=value`). */
  private assignmentWord(node: Assignment): ShellWord {
    const { value } = node;
    const before = node.text.slice(0, Math.max(0, value.pos - node.pos));
    return {
      text: value.type === 'Word' ? before + value.value : node.text,
      raw: node.text,
      literal: value.type === 'Word' && isLiteral(value) && node.index === undefined,
      range: this.range(node.pos, node.end),
    };
  }

  private redirect(node: Redirection): ShellCommand['redirects'][number] {
    const { descriptor } = node;
    const target =
      node.type !== 'HereDoc'
        ? node.target && this.word(node.target)
        : node.delimiter && {
            text: node.delimiter.value,
            raw: node.delimiter.text,
            literal: true,
            range: this.range(node.delimiter.pos, node.delimiter.end),
          };
    return {
      operator: node.operator,
      fd: descriptor?.type === 'FileDescriptor' ? descriptor.value : null,
      target: target ?? null,
      range: this.range(node.pos, node.end),
    };
  }

  private range(start: number, end: number): Range {
    return this.fixed ?? this.source.range(start, end);
  }
}

/** Whether the shell passes the word on as it reads it: nothing in it expands. */
function isLiteral(word: Word): boolean {
  if (word.text.startsWith('~')) return false;
  return word.parts === undefined || word.parts.every(isLiteralPart);
}

function isLiteralPart(part: WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return true;
    case 'DoubleQuoted':
      return part.parts.every((inner) => inner.type === 'Literal');
    default:
      return false;
  }
}
