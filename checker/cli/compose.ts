import { judgeCompose } from '../compose/judge.ts';
import type { Diagnostic } from '../types.ts';

/** Judges one Compose file by itself; what Compose would refuse is among the diagnostics. */
export function judgeComposeFile(path: string, text: string, all: boolean): readonly Diagnostic[] {
  return judgeCompose([{ path, text }], { all }).diagnostics;
}
