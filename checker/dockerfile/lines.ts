import { LineIndex, MappedText } from '../text.ts';
import type { Range } from '../types.ts';
import { DirectiveReader } from './directives.ts';
import { heredocMarks } from './heredoc.ts';
import { RefusalError } from './refusal.ts';
import { isSpace, skipSpace, trimSpace } from './space.ts';
import type { Comment, Directive, EmptyContinuation, Heredoc } from './types.ts';

/**
 * Splits a file into logical lines the way BuildKit's scanner does: directives, comments, continuations
 * (with comments and empty lines inside), and the heredocs that follow a line.
 */

/** One instruction as text. */
export interface LogicalLine {
  /** Continuations joined, comments inside them gone. */
  text: MappedText;
  startLine: number;
  endLine: number;
  /** Comment lines directly above it, as BuildKit keeps them. */
  comments: string[];
  heredocs: Heredoc[];
  /** A heredoc that the file ends before it is closed. */
  openHeredoc: Heredoc | null;
}

export interface LogicalLines {
  index: LineIndex;
  lines: LogicalLine[];
  directives: Directive[];
  escape: '\\' | '`';
  comments: Comment[];
  emptyContinuations: EmptyContinuation[];
  /** What stops the scanner itself: a directive that it refuses, or a line longer than it takes. */
  stopped: { message: string; remedy?: string; line: number } | null;
}

/** Go's scanner gives up on a line of 64 KiB, line break included. */
const LONGEST_LINE = 65536;

/** What a logical line's keyword says about heredocs: only RUN, COPY and ADD (also under ONBUILD) read them. */
export type TakesHeredocs = (line: MappedText) => boolean;

export function logicalLines(source: string, takesHeredocs: TakesHeredocs): LogicalLines {
  return new LineReader(source, takesHeredocs).read();
}

class LineReader {
  private readonly index: LineIndex;
  private readonly directives = new DirectiveReader();
  private readonly result: LogicalLines;
  private readonly lineCount: number;
  /** The line that is read next, 1-based. */
  private line = 1;
  private pending: string[] = [];

  constructor(
    private readonly source: string,
    private readonly takesHeredocs: TakesHeredocs,
  ) {
    this.index = new LineIndex(source);
    // A line break at the very end does not begin another line.
    this.lineCount = source === '' ? 0 : this.index.lineCount - (source.endsWith('\n') ? 1 : 0);
    this.result = {
      index: this.index,
      lines: [],
      directives: [],
      escape: '\\',
      comments: [],
      emptyContinuations: [],
      stopped: null,
    };
  }

  read(): LogicalLines {
    while (this.result.stopped === null && this.line <= this.lineCount) this.readOne();
    return this.result;
  }

  /** Start of a line's text; the first one may carry a byte order mark. */
  private start(line: number): number {
    const start = this.index.lineStart(line);
    return line === 1 && this.source.charCodeAt(0) === 0xfeff ? start + 1 : start;
  }

  /** End of a line's text without its line break, all trailing returns included. */
  private end(line: number): number {
    let end = line < this.index.lineCount ? this.index.lineStart(line + 1) - 1 : this.source.length;
    const start = this.start(line);
    while (end > start && this.source.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  private tooLong(line: number): boolean {
    const start = this.index.lineStart(line);
    const terminated = line < this.index.lineCount;
    const end = terminated ? this.index.lineStart(line + 1) : this.source.length;
    const allowed = terminated ? LONGEST_LINE : LONGEST_LINE - 1;
    if (end - start <= allowed / 3) return false;
    if (new TextEncoder().encode(this.source.slice(start, end)).length <= allowed) return false;
    this.result.stopped = {
      message: `dockerfile line greater than max allowed size of ${LONGEST_LINE - 1}`,
      remedy: 'Break the line with a continuation, or move its content to a file that is copied.',
      line,
    };
    return true;
  }

  private readOne(): void {
    const startLine = this.line;
    if (this.tooLong(startLine)) return;
    const lineStart = this.start(startLine);
    const end = this.end(startLine);
    const start = skipSpace(this.source, lineStart, end);
    const isComment = this.source[start] === '#' && start < end;
    if (isComment) {
      // BuildKit drops the first character of the line, not the `#` itself.
      const comment = trimSpace(this.source.slice(lineStart + 1, end));
      if (comment === '') this.pending = [];
      else this.pending.push(comment);
    }
    if (!this.readDirective(startLine, start, end)) return;
    this.line++;
    if (isComment) {
      this.addComment(startLine, start, end);
      return;
    }
    if (start >= end) {
      this.pending = [];
      return;
    }
    this.readInstruction(startLine, start, end);
  }

  /** @returns false when the directive stops the reader. */
  private readDirective(line: number, start: number, end: number): boolean {
    try {
      const directive = this.directives.read(this.source.slice(start, end));
      if (directive) {
        this.pending.pop();
        this.result.directives.push({ ...directive, range: this.index.range(start, end) });
        if (directive.name === 'escape') this.setEscape(directive.value);
      }
      return true;
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      this.result.stopped = { message: error.message, remedy: error.remedy, line };
      return false;
    }
  }

  private setEscape(value: string): void {
    if (value !== '\\' && value !== '`') {
      throw new RefusalError(
        `invalid escape token '${value}' does not match \` or \\`,
        'Write `# escape=\\` or `` # escape=` ``.',
      );
    }
    this.result.escape = value;
  }

  private addComment(line: number, start: number, end: number): void {
    this.result.comments.push({
      text: trimSpace(this.source.slice(start + 1, end)),
      line,
      range: this.index.range(start, end),
    });
  }

  private readInstruction(startLine: number, start: number, end: number): void {
    const pieces: [number, number][] = [];
    const blanks: Range[] = [];
    let continued = this.addPiece(pieces, start, end);
    while (continued && this.line <= this.lineCount) {
      if (this.tooLong(this.line)) break;
      const line = this.line++;
      const lineStart = this.start(line);
      const lineEnd = this.end(line);
      const first = skipSpace(this.source, lineStart, lineEnd);
      if (first >= lineEnd) blanks.push(this.index.lines(line));
      else if (this.source[first] === '#') this.addComment(line, first, lineEnd);
      else continued = this.addPiece(pieces, lineStart, lineEnd);
    }
    if (blanks.length > 0) this.result.emptyContinuations.push({ line: this.line - 1, blanks });
    const text = MappedText.fromPieces(this.index, pieces);
    const logical: LogicalLine = {
      text,
      startLine,
      endLine: this.line - 1,
      comments: this.pending,
      heredocs: [],
      openHeredoc: null,
    };
    this.pending = [];
    this.result.lines.push(logical);
    if (text.text.includes('<<') && this.takesHeredocs(text)) this.readHeredocs(logical);
  }

  /** Adds a physical line without its continuation mark. @returns whether the instruction goes on. */
  private addPiece(pieces: [number, number][], start: number, end: number): boolean {
    const { escape } = this.result;
    let at = end;
    while (at > start && (this.source[at - 1] === ' ' || this.source[at - 1] === '\t')) at--;
    const continued =
      at > start && this.source[at - 1] === escape && (at - 1 === start || this.source[at - 2] !== escape);
    pieces.push([start, continued ? at - 1 : end]);
    return continued;
  }

  private readHeredocs(logical: LogicalLine): void {
    for (const mark of heredocMarks(logical.text.text)) {
      const firstLine = this.line;
      const pieces: [number, number][] = [];
      let closed = false;
      while (this.line <= this.lineCount && !this.tooLong(this.line)) {
        const line = this.line++;
        const lineStart = this.index.lineStart(line);
        const lineEnd = this.end(line);
        let contentStart = lineStart;
        if (mark.chomp) while (this.source[contentStart] === '\t') contentStart++;
        if (this.source.slice(contentStart, lineEnd) === mark.name) {
          closed = true;
          break;
        }
        const next = line < this.index.lineCount ? this.index.lineStart(line + 1) : this.source.length;
        pieces.push([contentStart, next]);
      }
      logical.endLine = this.line - 1;
      const body = MappedText.fromPieces(this.index, pieces);
      const range = this.index.lines(Math.min(firstLine, this.line), Math.max(this.line - 1, firstLine));
      const heredoc: Heredoc = { ...mark, content: body.text, body, range };
      logical.heredocs.push(heredoc);
      if (!closed) {
        logical.openHeredoc = heredoc;
        return;
      }
    }
  }
}

/** Whether a text has nothing but white space. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
