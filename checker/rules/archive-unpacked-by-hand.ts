import type { CopyInstruction } from '../dockerfile/types.ts';
import { unwrap } from '../shell/calls.ts';
import { shellOf } from '../shell/instruction.ts';
import type { ShellCommand } from '../shell/types.ts';
import { fileName, isArchive, isTar } from './archive.ts';
import { rangeOf, stageGroups } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

const DECOMPRESSORS = /^(unzip|gunzip|bunzip2|unlzma|unxz|zgz|uncompress|zcat|gzcat)$/;

/** Names of the files that a command unpacks. */
function unpacked(command: ShellCommand): string[] {
  const call = unwrap(command);
  if (!call) return [];
  const args = call.args.map(({ text }) => text);
  const files = args.filter((arg) => !arg.startsWith('-')).map(fileName);
  if (call.program === 'tar') {
    const extracts = args.some(
      (arg, index) =>
        /^(--extract|--get|-[A-Za-z]*x\w*)$/.test(arg) || (index === 0 && /^[A-Za-z]*x[A-Za-z]*$/.test(arg)),
    );
    return extracts ? files : [];
  }
  return DECOMPRESSORS.test(call.program) ? files : [];
}

/** Names under which COPY leaves archives in the image. */
function archivesOf({ sources, destination }: CopyInstruction): string[] {
  if (isArchive(destination.text)) return [fileName(destination.text)];
  return sources.map(({ text }) => fileName(text)).filter(isArchive);
}

export const archiveUnpackedByHandPage: RulePage = {
  title: 'Leave no archive behind that was unpacked',
  why: 'COPY puts the archive into a layer of its own, where it stays even if the RUN that unpacks it removes it. ADD unpacks a local tar archive and leaves nothing else.',
  sources: ['https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives'],
};

export const archiveUnpackedByHand: Rule = {
  name: 'archive-unpacked-by-hand',
  severity: 'info',
  refs: ['hadolint:DL3010'],
  set: 'default',
  *check({ dockerfile }) {
    // Only the last stage becomes the image; what a build stage keeps costs nobody a download.
    const last = stageGroups(dockerfile).at(-1)?.placed ?? [];
    const copied = new Map<string, CopyInstruction[]>();
    for (const { instruction } of last) {
      if (instruction.name === 'copy' && !instruction.from) {
        for (const name of new Set(archivesOf(instruction))) {
          const copies = copied.get(name);
          if (copies) copies.push(instruction);
          else copied.set(name, [instruction]);
        }
      }
      if (instruction.name !== 'run' || copied.size === 0) continue;
      for (const name of new Set(shellOf(dockerfile, instruction)?.commands.flatMap(unpacked))) {
        for (const copy of copied.get(name) ?? []) {
          yield {
            range: rangeOf(copy, copy.sources[0] ?? copy.destination),
            message: `${name} stays in the image beside what line ${instruction.startLine} unpacks from it. ${isTar(name) ? 'Use ADD, which unpacks a local tar archive by itself.' : 'Unpack it in a build stage, or before the build.'}`,
          };
        }
        copied.delete(name);
      }
    }
  },
};
