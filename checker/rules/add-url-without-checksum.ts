import { isRemote } from '../image/copy.ts';
import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const addUrlWithoutChecksumPage: RulePage = {
  title: 'Say what a download must be',
  why: 'What an address serves can change, by accident or on purpose. With --checksum the build stops when it did, and BuildKit need not ask the server again.',
  sources: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
};

export const addUrlWithoutChecksum: Rule = {
  name: 'add-url-without-checksum',
  severity: 'info',
  refs: [],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'add' || instruction.checksum) continue;
      const url = instruction.sources.find(({ text }) => isRemote(unquote(text)));
      if (!url) continue;
      const git = /\.git(#.*)?$|^git@/.test(unquote(url.text));
      // A full commit is a checksum already.
      if (git && /#[0-9a-f]{40}(:|$)/.test(unquote(url.text))) continue;
      yield {
        range: rangeOf(instruction, url),
        message: git
          ? 'Whatever the branch holds on the day of the build gets into the image. Name a commit with --checksum.'
          : 'Whatever the server sends on the day of the build gets into the image. Name its digest with --checksum=sha256:….',
      };
    }
  },
};
