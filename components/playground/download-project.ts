import { strToU8, zipSync } from 'fflate';
import { download } from '../progress/download';
import type { OwnProject } from './project';

/** Hands the project's texts to the reader as a zip with one folder in it. */
export function downloadProject({ files }: OwnProject): void {
  const entries = Object.entries(files).map(([path, text]) => [`project/${path}`, strToU8(text)] as const);
  // A copy over a buffer of its own, as a Blob wants it.
  download('project.zip', new Uint8Array(zipSync(Object.fromEntries(entries))), 'application/zip');
}
