import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { imagesOf } from '../compose/images.ts';
import { judgeCompose } from '../compose/judge.ts';
import type { Diagnostic } from '../types.ts';

/**
 * Judges one Compose file with the files beside it that it names: what it includes or extends, and the Dockerfiles
 * that it builds. `compose.override.yaml` is laid upon the file beside it, as Compose does by itself. What Compose
 * would refuse is among the diagnostics.
 */
export function judgeComposeFile(path: string, text: string, all: boolean): readonly Diagnostic[] {
  const folder = dirname(path);
  const readFile = (name: string) => readIfThere(join(folder, name));
  const files = [...overridden(path, readFile), { path, text }];
  const { diagnostics } = judgeCompose(files, { all, readFile, image: imagesOf(readFile) });
  return diagnostics.filter(({ file }) => file === path);
}

/** The names under which Compose looks for a file, the first that is there. */
const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The file that an override file is laid upon. */
function overridden(
  path: string,
  readFile: (name: string) => string | undefined,
): { path: string; text: string }[] {
  if (!/^(docker-)?compose\.override\.ya?ml$/.test(basename(path))) return [];
  for (const name of defaultNames) {
    const text = readFile(name);
    if (text !== undefined) return [{ path: join(dirname(path), name), text }];
  }
  return [];
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
