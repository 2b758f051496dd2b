import { unwrap } from '../shell/calls.ts';
import { shellOf } from '../shell/instruction.ts';
import type { ShellCommand } from '../shell/types.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

interface Tool {
  ref: string;
  program: RegExp;
  /** Commands that download; any, when there are none. */
  commands: string;
  /** Where root's downloads are kept. */
  folder: string;
  /** Any part of a mount's target that shows that the folder is meant. */
  sign: RegExp;
}

const TOOLS: readonly Tool[] = [
  {
    ref: 'hadolint:DL3068',
    program: /^npm$/,
    commands: 'install ci install-ci-test it',
    folder: '/root/.npm',
    sign: /\.npm/,
  },
  {
    ref: 'hadolint:DL3069',
    program: /^cargo$/,
    commands: 'build install fetch test check clippy',
    folder: '/usr/local/cargo/registry',
    sign: /\.?cargo/,
  },
  {
    ref: 'hadolint:DL3070',
    program: /^go$/,
    commands: 'build get install test mod',
    folder: '/go/pkg/mod',
    sign: /\.cache\/go-build|go\/pkg\/mod/,
  },
  {
    ref: 'hadolint:DL3071',
    program: /^mvn$/,
    commands: 'install compile package test verify deploy dependency:resolve',
    folder: '/root/.m2',
    sign: /\.m2/,
  },
  { ref: 'hadolint:DL3072', program: /^gradlew?$/, commands: '', folder: '/root/.gradle', sign: /\.gradle/ },
  {
    ref: 'hadolint:DL3073',
    program: /^composer$/,
    commands: 'install update require',
    folder: '/root/.composer/cache',
    sign: /composer\/cache/,
  },
  {
    ref: 'hadolint:DL3074',
    program: /^dotnet$/,
    commands: 'restore build publish test',
    folder: '/root/.nuget/packages',
    sign: /\.nuget\/packages/,
  },
  {
    ref: 'hadolint:DL3074',
    program: /^nuget$/,
    commands: 'restore',
    folder: '/root/.nuget/packages',
    sign: /\.nuget\/packages/,
  },
  {
    ref: 'hadolint:DL3075',
    program: /^pnpm$/,
    commands: 'install add fetch i',
    folder: '/root/.local/share/pnpm/store',
    sign: /pnpm/,
  },
  {
    ref: 'hadolint:DL3076',
    program: /^mix$/,
    commands: 'deps.get deps.compile compile',
    folder: '/root/.hex',
    sign: /\.(hex|mix)/,
  },
  {
    ref: 'hadolint:DL3077',
    program: /^gem$/,
    commands: 'install',
    folder: '/usr/local/bundle/cache',
    sign: /\.gem|bundle/,
  },
  {
    ref: 'hadolint:DL3077',
    program: /^bundle$/,
    commands: 'install update',
    folder: '/usr/local/bundle/cache',
    sign: /\.gem|bundle/,
  },
];

function toolOf(command: ShellCommand): Tool | undefined {
  const call = unwrap(command);
  if (!call) return undefined;
  return TOOLS.find(({ program, commands }) => {
    if (!program.test(call.program)) return false;
    const known = commands.split(' ');
    return commands === '' || call.args.some(({ text }) => known.includes(text));
  });
}

export const cacheMountMissingPage: RulePage = {
  title: 'Keep downloads between builds with a cache mount',
  why: 'When a package list changes, its layer is built anew and downloads everything again. A cache mount keeps the downloads on the builder, and out of the image.',
  sources: ['https://docs.docker.com/build/cache/optimize/#use-cache-mounts'],
};

export const cacheMountMissing: Rule = {
  name: 'cache-mount-missing',
  severity: 'info',
  refs: [...new Set(TOOLS.map(({ ref }) => ref))],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'run') continue;
      const kept = instruction.mounts.filter(({ type }) => type === 'cache' || type === 'tmpfs');
      const found = new Set<string>();
      for (const command of shellOf(dockerfile, instruction)?.commands ?? []) {
        const tool = toolOf(command);
        if (!tool || found.has(tool.ref) || kept.some(({ target }) => tool.sign.test(target ?? ''))) continue;
        found.add(tool.ref);
        yield {
          range: command.range,
          message: `Each time this layer is built, everything is downloaded again. Keep the downloads with RUN --mount=type=cache,target=${tool.folder}.`,
          refs: [tool.ref],
        };
      }
    }
  },
};
