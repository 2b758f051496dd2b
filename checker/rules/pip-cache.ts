import { flagValue, hasFlag, mayHoldFlags } from '../shell/args.ts';
import { callsIn } from '../shell/calls.ts';
import { insertOption, span } from './edits.ts';
import { isMounted } from './mounts.ts';
import { type PackageCall, packageCallsIn } from './package-managers.ts';
import { unquote, walkStages } from './place.ts';
import type { Finding, Rule } from './rule.ts';

const NO_CACHE = 'PIP_NO_CACHE_DIR';

export const pipCache: Rule = {
  name: 'pip-cache',
  severity: 'info',
  title: 'Install Python packages without pip’s cache',
  why: 'pip keeps every file that it downloads, so that the next installation is faster. In a layer nothing ever reads that cache, and it may be as large as the packages. A cache mount keeps it between builds and out of the image.',
  refs: ['hadolint:DL3042'],
  sources: ['https://pip.pypa.io/en/stable/topics/caching/'],
  set: 'default',
  check({ dockerfile }) {
    const findings: Finding[] = [];
    walkStages(dockerfile, false, (disabled, { instruction }) => {
      if (instruction.name === 'env') {
        const setting = instruction.pairs.find(({ key }) => key.text === NO_CACHE);
        return setting ? isTrue(unquote(setting.value.text)) : disabled;
      }
      if (instruction.name !== 'run' || disabled || isMounted(instruction, '/root/.cache/pip'))
        return disabled;
      for (const call of packageCallsIn(dockerfile, instruction)) {
        if (
          call.manager !== 'pip' ||
          call.program !== 'pip' ||
          call.action !== 'install' ||
          !keepsCache(call)
        )
          continue;
        if (
          instruction.mounts.some(({ type, target }) => type === 'cache' && target?.endsWith('/.cache/pip'))
        )
          continue;
        if (cleansUp(call, callsIn(dockerfile, instruction))) continue;
        findings.push({
          range: span(call.word.range, call.subcommand.range),
          message:
            'pip keeps what it downloads in the layer, where nothing reads it. Add --no-cache-dir, or give the RUN a cache mount.',
          fix: insertOption(dockerfile, call, call.subcommand, '--no-cache-dir', 'Add --no-cache-dir'),
        });
      }
      return disabled;
    });
    return findings;
  },
};

/** The values that pip takes for yes (https://pip.pypa.io/en/stable/topics/configuration/). */
function isTrue(value: string): boolean {
  return /^(?:y|yes|t|true|on|1)$/i.test(value);
}

function keepsCache({ args, command, script }: PackageCall): boolean {
  if (hasFlag(args, 'no-cache-dir', 'dry-run') || mayHoldFlags(args)) return false;
  if (flagValue(args, 'cache-dir') !== null) return false;
  const set = script.commands.flatMap((other) => [
    ...(other === command || other.name === null
      ? other.assignments.map(({ name, value }) => `${name}=${value?.text}`)
      : []),
    ...(other.name?.text === 'export' ? other.args.map(({ text }) => text) : []),
    ...(other === command && other.name?.text === 'env' ? other.args.map(({ text }) => text) : []),
  ]);
  return !set.some((text) => text.startsWith(`${NO_CACHE}=`) && isTrue(text.slice(NO_CACHE.length + 1)));
}

/** `pip cache purge` or removing the folder, later in the same step. */
function cleansUp(call: PackageCall, calls: ReturnType<typeof callsIn>): boolean {
  const later = calls.slice(calls.findIndex(({ command }) => command === call.command) + 1);
  return later.some(({ program, args }) => {
    const text = args.map((arg) => arg.text).join(' ');
    return program === 'rm'
      ? /\.cache(?:\/pip)?(?:\/\*)?\/?(?:\s|$)/.test(text)
      : /^pip/.test(program) && text === 'cache purge';
  });
}
