import type { Dockerfile, RunInstruction } from '../dockerfile/types.ts';
import { flagValue, hasFlag, mayHoldFlags } from '../shell/args.ts';
import { type Call, callsIn } from '../shell/calls.ts';
import { insertOption, span } from './edits.ts';
import { isMounted } from './mounts.ts';
import { type PackageCall, packageCallsIn, readPackageCall } from './package-managers.ts';
import { unquote, walkStages } from './place.ts';
import type { Finding, Rule, RulePage } from './rule.ts';

const NO_CACHE = 'PIP_NO_CACHE_DIR';

export const pipCachePage: RulePage = {
  title: 'Install Python packages without pip’s cache',
  why: 'pip keeps every file that it downloads, so that the next installation is faster. In a layer nothing ever reads that cache, and it may be as large as the packages. A cache mount keeps it between builds and out of the image.',
  sources: ['https://pip.pypa.io/en/stable/topics/caching/'],
};

export const pipCache: Rule = {
  name: 'pip-cache',
  severity: 'info',
  refs: ['hadolint:DL3042'],
  set: 'default',
  check({ dockerfile }) {
    const findings: Finding[] = [];
    walkStages(dockerfile, false, (disabled, { instruction }) => {
      if (instruction.name === 'env') {
        const setting = instruction.pairs.find(({ key }) => key.text === NO_CACHE);
        return setting ? isTrue(unquote(setting.value.text)) : disabled;
      }
      if (instruction.name !== 'run' || disabled || isMountedForPip(instruction)) return disabled;
      if (packageCallsIn(dockerfile, instruction).some(fillsCache)) {
        findings.push(...keptCaches(dockerfile, instruction));
      }
      return disabled;
    });
    return findings;
  },
};

/** The installations of one RUN whose cache is there at its end. */
function keptCaches(dockerfile: Dockerfile, instruction: RunInstruction): Finding[] {
  let findings: Finding[] = [];
  let disabled = false;
  for (const call of callsIn(dockerfile, instruction)) {
    if (call.program === 'export') disabled ||= call.args.some(({ text }) => disables(text));
    if (emptiesCache(call)) findings = [];
    const packageCall = readPackageCall(call);
    if (disabled || !packageCall || !fillsCache(packageCall)) continue;
    findings.push({
      range: span(packageCall.word.range, packageCall.subcommand.range),
      message:
        'pip keeps what it downloads in the layer, where nothing reads it. Add --no-cache-dir, or give the RUN a cache mount.',
      fix: insertOption(
        dockerfile,
        packageCall,
        packageCall.subcommand,
        '--no-cache-dir',
        'Add --no-cache-dir',
      ),
    });
  }
  return findings;
}

/** `pip install` without a word against the cache, neither as an option nor in front of it. */
function fillsCache({ manager, program, action, args, command }: PackageCall): boolean {
  if (manager !== 'pip' || program !== 'pip' || action !== 'install') return false;
  if (hasFlag(args, 'no-cache-dir', 'dry-run') || mayHoldFlags(args) || flagValue(args, 'cache-dir') !== null)
    return false;
  return !(
    command.assignments.some(({ name, value }) => disables(`${name}=${value?.text ?? ''}`)) ||
    (command.name?.text === 'env' && command.args.some(({ text }) => disables(text)))
  );
}

function disables(assignment: string): boolean {
  return assignment.startsWith(`${NO_CACHE}=`) && isTrue(unquote(assignment.slice(NO_CACHE.length + 1)));
}

/** A cache mount on the cache of whichever user runs the step. */
function isMountedForPip(instruction: RunInstruction): boolean {
  if (isMounted(instruction, '/root/.cache/pip')) return true;
  return instruction.mounts.some(({ type, target }) => type === 'cache' && target?.endsWith('/.cache/pip'));
}

/** The values that pip takes for yes (https://pip.pypa.io/en/stable/topics/configuration/). */
function isTrue(value: string): boolean {
  return /^(?:y|yes|t|true|on|1)$/i.test(value);
}

/** `pip cache purge`, or removing the folder. */
function emptiesCache({ program, args }: Call): boolean {
  if (program === 'rm') return args.some(({ text }) => /\.cache(?:\/pip)?(?:\/\*)?\/?$/.test(text));
  return program.startsWith('pip') && args[0]?.text === 'cache' && args[1]?.text === 'purge';
}
