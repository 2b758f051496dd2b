import type { BuildRun, BuildRunStep } from './predict.ts';

/** One line as `docker build` prints it in a terminal, its times left out. */
export interface TranscriptLine {
  text: string;
  /** The step that the line is about; null for the lines about a failure. */
  step: BuildRunStep | null;
}

const MARKS: Readonly<Record<BuildRunStep['status'], string>> = {
  cached: ' => CACHED ',
  done: ' => ',
  failed: ' => ERROR ',
  canceled: ' => CANCELED ',
};

/**
 * A predicted build as the terminal shows it: every step with how it ended, and after a failure the step, the line
 * of the Dockerfile and BuildKit's words. It is a prediction, and who shows it must say so.
 */
export function transcript({ steps, error }: BuildRun, dockerfile = 'Dockerfile'): TranscriptLine[] {
  const lines: TranscriptLine[] = steps.map((step) => ({ text: `${MARKS[step.status]}${step.name}`, step }));
  if (error === null) return lines;
  const failed = steps.find(({ status }) => status === 'failed');
  const rule = { text: '------', step: null };
  if (failed) lines.push(rule, { text: ` > ${failed.name}:`, step: null }, rule);
  if (failed?.instruction) {
    const { startLine, line } = failed.instruction;
    lines.push(
      { text: `${dockerfile}:${startLine}`, step: null },
      { text: ` >>> ${line.text.trim()}`, step: null },
    );
  }
  lines.push({ text: `ERROR: failed to build: failed to solve: ${error}`, step: null });
  return lines;
}
