import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { Dockerfile } from '@/checker/dockerfile/types.ts';

/**
 * A Dockerfile with capital keywords, without trailing blanks and with one line break at its end. What BuildKit
 * reads stays the same: a file that would read otherwise afterwards comes back as it was.
 */
export function formatDockerfile(text: string): string {
  if (text.trim() === '') return text;
  const before = parseDockerfile(text);
  const lines = text.split('\n');
  for (const { keyword, name } of before.instructions) {
    const { startLine, startColumn, endColumn } = keyword.range;
    const line = lines[startLine - 1];
    if (name === 'invalid' || line === undefined) continue;
    lines[startLine - 1] =
      line.slice(0, startColumn - 1) + keyword.text.toUpperCase() + line.slice(endColumn - 1);
  }
  const inHeredoc = heredocLines(before);
  const trimmed = lines.map((line, at) =>
    inHeredoc.has(at + 1) ? line : line.replace(/[ \t]+(?=\r?$)/, ''),
  );
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const formatted = trimmed.join('\n').replace(/(\r?\n)*$/, end);
  return reading(parseDockerfile(formatted)) === reading(before) ? formatted : text;
}

function heredocLines({ instructions }: Dockerfile): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { heredocs } of instructions) {
    for (const { range } of heredocs) {
      for (let line = range.startLine; line <= range.endLine; line++) lines.add(line);
    }
  }
  return lines;
}

/** Everything that a build takes from the file, places left out. */
export function reading({ instructions, directives, escape, refusal }: Dockerfile): string {
  return JSON.stringify([
    escape,
    directives.map(({ name, value }) => [name, value]),
    refusal?.message ?? null,
    instructions.map(({ name, rest, flags, heredocs, startLine }) => [
      name,
      startLine,
      rest.text.trim(),
      flags.map((flag) => [flag.name, flag.value]),
      heredocs.map((heredoc) => [heredoc.name, heredoc.content]),
    ]),
  ]);
}
