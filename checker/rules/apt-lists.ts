import { type Call, callsIn } from '../shell/calls.ts';
import { appendCommand, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule } from './rule.ts';

const LISTS = '/var/lib/apt/lists';
const DOCKER_CLEAN = /docker-clean|Keep-Downloaded-Packages/;

export const aptLists: Rule = {
  name: 'apt-lists',
  severity: 'info',
  title: 'Remove the package lists in the step that fetched them',
  why: 'apt-get update leaves tens of megabytes of package lists in the layer, which nothing uses when the container runs. A later step cannot make the layer smaller again: only the same RUN can remove them, or a cache mount can keep them out.',
  refs: ['hadolint:DL3009'],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const keepsArchives = DOCKER_CLEAN.test(dockerfile.text);
    for (const call of packageCalls(dockerfile)) {
      const { manager, action, instruction, script, word, subcommand, program } = call;
      if (manager !== 'apt' || action !== 'refresh' || !isKept(context, instruction)) continue;
      const archives = keepsArchives && !isMounted(instruction, '/var/cache/apt/archives');
      if (isMounted(instruction, LISTS) && !archives) continue;
      const later = callsIn(dockerfile, instruction);
      if (later.slice(later.findIndex(({ command }) => command === call.command)).some(removesLists))
        continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `The package lists that ${program} update fetches stay in the image. End this RUN with rm -rf ${LISTS}/*.`,
        fix: appendCommand(dockerfile, instruction, script, `rm -rf ${LISTS}/*`, 'Remove the package lists'),
      };
    }
  },
};

function removesLists({ program, args }: Call): boolean {
  if (program !== 'rm' && program !== 'find') return false;
  return args.some(({ text }) =>
    /^\/var\/lib\/apt\/?(?:\*|lists(?:\/?\*{0,2})?)?\/?$|^\/var\/lib\/apt\/lists\//.test(text),
  );
}
