import type { Range } from './types.ts';

/** Finds line and column of an offset; built once per file. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset of the first character of a 1-based line. */
  lineStart(line: number): number {
    return this.starts[Math.min(Math.max(line, 1), this.starts.length) - 1] as number;
  }

  /** Offset just past the last character of a 1-based line, its line break not counted. */
  lineEnd(line: number): number {
    let end = line < this.starts.length ? (this.starts[line] as number) - 1 : this.text.length;
    if (end > this.lineStart(line) && this.text[end - 1] === '\r') end--;
    return end;
  }

  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }

  /** Range between two offsets of the file, end exclusive. */
  range(start: number, end: number): Range {
    const from = this.position(start);
    const to = this.position(end);
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }

  /** The whole of the lines `first` to `last`, without the last line break. */
  lines(first: number, last: number = first): Range {
    return this.range(this.lineStart(first), this.lineEnd(last));
  }
}

/**
 * A text assembled from pieces of a file (a logical line without its continuations, a heredoc's body without
 * its leading tabs) that still knows where in the file each character stood.
 */
export class MappedText {
  private constructor(
    readonly text: string,
    private readonly index: LineIndex,
    /** Where each piece starts in `text`, ascending, the first one at 0. */
    private readonly pieceStarts: readonly number[],
    /** Where each piece starts in the file. */
    private readonly fileStarts: readonly number[],
  ) {}

  /** @param pieces - file offsets, start inclusive and end exclusive, in order. */
  static fromPieces(
    index: LineIndex,
    pieces: readonly (readonly [start: number, end: number])[],
  ): MappedText {
    const pieceStarts: number[] = [];
    const fileStarts: number[] = [];
    let text = '';
    for (const [start, end] of pieces) {
      pieceStarts.push(text.length);
      fileStarts.push(start);
      text += index.text.slice(start, end);
    }
    if (pieceStarts.length === 0) {
      pieceStarts.push(0);
      fileStarts.push(0);
    }
    return new MappedText(text, index, pieceStarts, fileStarts);
  }

  /** Offset in the file of the character at `offset` of this text. */
  fileOffset(offset: number): number {
    const piece = this.pieceAt(offset);
    return (this.fileStarts[piece] as number) + offset - (this.pieceStarts[piece] as number);
  }

  /** Range in the file of `start` to `end` of this text (all of it by default). */
  range(start = 0, end: number = this.text.length): Range {
    const from = this.fileOffset(start);
    // The end belongs to the piece of the last character, not to the piece that may follow it.
    const to = end > start ? this.fileOffset(end - 1) + 1 : from;
    return this.index.range(from, to);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    const first = this.pieceAt(start);
    const pieceStarts = [0];
    const fileStarts = [this.fileOffset(start)];
    for (let piece = first + 1; piece < this.pieceStarts.length; piece++) {
      const at = this.pieceStarts[piece] as number;
      if (at >= end) break;
      pieceStarts.push(at - start);
      fileStarts.push(this.fileStarts[piece] as number);
    }
    return new MappedText(this.text.slice(start, end), this.index, pieceStarts, fileStarts);
  }

  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.pieceStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieceStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
