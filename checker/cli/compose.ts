import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { imagesOf } from '../compose/images.ts';
import { judgeCompose } from '../compose/judge.ts';
import type { Diagnostic } from '../types.ts';

/**
 * Judges one Compose file by itself, with the files beside it that it names: what it includes or extends, and
 * the Dockerfiles that it builds. What Compose would refuse is among the diagnostics.
 */
export function judgeComposeFile(path: string, text: string, all: boolean): readonly Diagnostic[] {
  const folder = dirname(path);
  const readFile = (name: string) => readIfThere(join(folder, name));
  const { diagnostics } = judgeCompose([{ path, text }], { all, readFile, image: imagesOf(readFile) });
  return diagnostics;
}

/** A file that is not there, or not a text, is not known. */
function readIfThere(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.includes(0) ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}
