import type { AddInstruction, Dockerfile } from '../dockerfile/types.ts';
import type { Fix } from '../types.ts';
import { isArchive } from './archive.ts';
import { hasVariable, placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

const isUrl = (source: string) => /^https?:\/\//.test(unquote(source));
const isGit = (source: string) => /^(git@|git:\/\/|ssh:\/\/)/.test(unquote(source));
/** Whether ADD may do something with it that COPY does not. */
const needsAdd = (source: string) =>
  isArchive(source) || isUrl(source) || isGit(source) || hasVariable(source);

function copyFix(dockerfile: Dockerfile, { keyword, flags, sources }: AddInstruction): Fix | undefined {
  const shared = flags.every(({ name }) => ['chown', 'chmod', 'link', 'exclude'].includes(name));
  if (!shared || sources.some(({ text }) => needsAdd(text))) return undefined;
  const text = keyword.text === keyword.text.toLowerCase() ? 'copy' : 'COPY';
  return { title: 'Use COPY', edits: [{ file: dockerfile.path, range: keyword.range, text }] };
}

export const addInsteadOfCopyPage: RulePage = {
  title: 'Use COPY for files and folders',
  why: 'ADD also downloads and unpacks, depending on what the source turns out to be: a file that one day is an archive arrives in pieces. COPY always does the same.',
  sources: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
};

export const addInsteadOfCopy: Rule = {
  name: 'add-instead-of-copy',
  severity: 'warning',
  refs: ['hadolint:DL3020', 'trivy:DS-0005'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'add') continue;
      const { sources, inline } = instruction;
      const plain = sources.find(({ text }) => !needsAdd(text));
      if (!plain && (inline.length === 0 || sources.length > 0)) continue;
      const texts = [...sources, instruction.destination].map(({ text }) => text).join(' ');
      const fix = copyFix(dockerfile, instruction);
      yield {
        range: rangeOf(instruction, instruction.keyword),
        message:
          'ADD unpacks or downloads when its source happens to be an archive or an address. Use COPY, which only copies.',
        refs: [
          ...(plain ? ['hadolint:DL3020'] : []),
          ...(/\.tar|https?:\/\/|git@/.test(texts) ? [] : ['trivy:DS-0005']),
        ],
        ...(fix ? { fix } : {}),
      };
    }
  },
};
