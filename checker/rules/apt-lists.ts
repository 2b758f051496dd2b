import { type Call, callsIn } from '../shell/calls.ts';
import { appendCommand, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { type PackageCall, packageCallsIn, readPackageCall } from './package-managers.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

const LISTS = '/var/lib/apt/lists';
const DOCKER_CLEAN = /docker-clean|Keep-Downloaded-Packages/;

export const aptListsPage: RulePage = {
  title: 'Remove the package lists in the step that fetched them',
  why: 'apt-get update leaves tens of megabytes of package lists in the layer, which nothing uses when the container runs. A later step cannot make the layer smaller again: only the same RUN can remove them, or a cache mount can keep them out.',
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
};

export const aptLists: Rule = {
  name: 'apt-lists',
  severity: 'info',
  refs: ['hadolint:DL3009'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const keepsArchives = DOCKER_CLEAN.test(dockerfile.text);
    for (const { instruction } of placed(dockerfile)) {
      if (!packageCallsIn(dockerfile, instruction).some(fetchesLists) || !isKept(context, instruction))
        continue;
      const archives = keepsArchives && !isMounted(instruction, '/var/cache/apt/archives');
      if (isMounted(instruction, LISTS) && !archives) continue;
      let left: PackageCall | null = null;
      for (const call of callsIn(dockerfile, instruction)) {
        if (removesLists(call)) left = null;
        const packageCall: PackageCall | null = call.program.startsWith('apt') ? readPackageCall(call) : null;
        if (packageCall && fetchesLists(packageCall)) left ??= packageCall;
      }
      if (!left) continue;
      const { script, word, subcommand, program } = left;
      yield {
        range: span(word.range, subcommand.range),
        message: `The package lists that ${program} update fetches stay in the image. End this RUN with rm -rf ${LISTS}/*, or give it cache mounts on /var/lib/apt and /var/cache/apt.`,
        fix: appendCommand(dockerfile, instruction, script, `rm -rf ${LISTS}/*`, 'Remove the package lists'),
      };
    }
  },
};

function fetchesLists({ manager, action }: PackageCall): boolean {
  return manager === 'apt' && action === 'refresh';
}

function removesLists({ program, args }: Call): boolean {
  if (program !== 'rm' && program !== 'find') return false;
  return args.some(({ text }) =>
    /^\/var\/lib\/apt\/?(?:\*|lists(?:\/?\*{0,2})?)?\/?$|^\/var\/lib\/apt\/lists\//.test(text),
  );
}
