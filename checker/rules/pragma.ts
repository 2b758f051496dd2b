import type { Dockerfile } from '../dockerfile/types.ts';

/** What `# hadolint ignore=...` and `# hadolint global ignore=...` silence. */
export interface Pragmas {
  /** Names given for the whole file. */
  global: readonly string[];
  /** Names by the first line of the instruction below the comment. */
  byLine: ReadonlyMap<number, readonly string[]>;
}

const IGNORE = /^hadolint\s+(global\s+)?ignore\s*=\s*([^#]+)/;

/** Reads the comments that silence rules: those of a whole file, and those directly above an instruction. */
export function readPragmas(dockerfile: Dockerfile): Pragmas {
  const global: string[] = [];
  const byLine = new Map<number, readonly string[]>();
  if (!dockerfile.comments.some(({ text }) => text.startsWith('hadolint'))) return { global, byLine };
  for (const { text } of dockerfile.comments) {
    const [, everywhere, names] = IGNORE.exec(text) ?? [];
    if (everywhere && names) global.push(...split(names));
  }
  for (const instruction of dockerfile.instructions) {
    const ignored = instruction.comments.flatMap((text) => {
      const [, everywhere, names] = IGNORE.exec(text) ?? [];
      return !everywhere && names ? split(names) : [];
    });
    if (ignored.length > 0) byLine.set(instruction.startLine, ignored);
  }
  return { global, byLine };
}

function split(names: string): string[] {
  return names.split(',').map((name) => name.trim());
}
