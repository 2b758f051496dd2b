import { composeDifferences, type Difference } from './differences.ts';
import type { ComposeProject } from './model.ts';
import { loadProject } from './project.ts';
import { readCompose } from './read.ts';
import { refusalsOf } from './refuse.ts';
import { rangeOf } from './types.ts';

/** One Compose file by itself. */
export interface ComposeFile {
  path: string;
  text: string;
}

/** What two Compose files say differently, or why Compose would refuse one of them. */
export type SideBySide =
  | { refused: null; differences: readonly Difference[] }
  | { refused: { file: string; line: number; message: string } };

/** Compares two Compose files, each an application of its own. Never throws for any text. */
export function sideBySide(left: ComposeFile, right: ComposeFile): SideBySide {
  const one = load(left);
  if ('refused' in one) return one;
  const other = load(right);
  if ('refused' in other) return other;
  return { refused: null, differences: composeDifferences(one, other) };
}

function load({ path, text }: ComposeFile): ComposeProject | Extract<SideBySide, { refused: object }> {
  const refused = (line: number, message: string) => ({ refused: { file: path, line, message } });
  const read = readCompose(text, path);
  const [refusal] = refusalsOf([read]);
  if (refusal) return refused(refusal.range.startLine, refusal.message);
  const { project, problems } = loadProject([read]);
  const [problem] = problems;
  if (problem) return refused(rangeOf(problem.place).startLine, problem.message);
  return project ?? refused(1, 'It holds no services.');
}
