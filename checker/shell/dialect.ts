import type { Dockerfile, Instruction, Stage } from '../dockerfile/types.ts';
import type { Dialect } from './types.ts';

/** The shell that shell-form commands of an instruction run in. */
export interface ShellInForce {
  /** The program and its options, the script not included: `/bin/sh`, `-c`. */
  argv: readonly string[];
  dialect: Exclude<Dialect, 'exec'>;
  /** Whether the base image's default holds, or who said otherwise. */
  from: 'default' | 'instruction' | 'pragma';
}

const LINUX_DEFAULT: ShellInForce = { argv: ['/bin/sh', '-c'], dialect: 'sh', from: 'default' };
const WINDOWS_DEFAULT: ShellInForce = { argv: ['cmd', '/S', '/C'], dialect: 'cmd', from: 'default' };

const WINDOWS_IMAGE = /nanoserver|windowsservercore|(?:^|\/)windows(?:\/|:|$)/i;
const SHELL_PRAGMA = /^hadolint\s+shell\s*=\s*(\S+)/;

const POSIX_SHELLS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'ksh',
  'mksh',
  'zsh',
  'busybox',
]);

/** Last part of a program's path, without `.exe`: what `/bin/sh` and `C:\tools\pwsh.exe` are known by. */
export function baseName(program: string): string {
  return program
    .slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
    .replace(/\.exe$/i, '');
}

/** Whether a program of this name reads POSIX shell scripts. */
export function isPosixShell(program: string): boolean {
  return POSIX_SHELLS.has(baseName(program));
}

/** Which language a script is in that `argv` is given, as far as it can be told from the names in `argv`. */
export function dialectOf(argv: readonly string[]): ShellInForce['dialect'] {
  for (const word of argv) {
    const name = baseName(word).toLowerCase();
    if (POSIX_SHELLS.has(name)) return 'sh';
    if (name === 'powershell' || name === 'pwsh') return 'powershell';
    if (name === 'cmd') return 'cmd';
  }
  return 'other';
}

const inForce = new WeakMap<Dockerfile, Map<Instruction, ShellInForce>>();

/** The shell in force at an instruction: its stage's SHELL, the one it inherits, or the base image's default. */
export function shellInForce(dockerfile: Dockerfile, instruction: Instruction): ShellInForce {
  let shells = inForce.get(dockerfile);
  if (!shells) {
    shells = trace(dockerfile);
    inForce.set(dockerfile, shells);
  }
  return shells.get(instruction) ?? defaultShell(dockerfile, undefined);
}

function trace(dockerfile: Dockerfile): Map<Instruction, ShellInForce> {
  const shells = new Map<Instruction, ShellInForce>();
  const stages = new Map<Instruction, Stage>(dockerfile.stages.map((stage) => [stage.from, stage]));
  /** The shell at the end of each stage, for those that start from it. */
  const last: ShellInForce[] = [];
  const pragmas = dockerfile.comments.flatMap((comment) => {
    const name = SHELL_PRAGMA.exec(comment.text)?.[1];
    return name ? [{ line: comment.line, name }] : [];
  });
  let current = defaultShell(dockerfile, undefined);
  let stage: Stage | undefined;
  let pragma = 0;
  for (const instruction of dockerfile.instructions) {
    for (; (pragmas[pragma]?.line ?? Infinity) < instruction.startLine; pragma++) {
      const argv = [pragmas[pragma]?.name ?? ''];
      current = { argv, dialect: dialectOf(argv), from: 'pragma' };
    }
    if (instruction.name === 'from') {
      stage = stages.get(instruction);
      const inherited = stage?.base.kind === 'stage' ? last[stage.base.stage] : undefined;
      current = inherited ?? defaultShell(dockerfile, stage);
    } else if (instruction.name === 'shell') {
      const argv = instruction.argv.map((word) => word.text);
      current = { argv, dialect: dialectOf(argv), from: 'instruction' };
    }
    shells.set(instruction, current);
    if (instruction.name === 'onbuild') shells.set(instruction.trigger, current);
    if (stage) last[stage.index] = current;
  }
  return shells;
}

function defaultShell(dockerfile: Dockerfile, stage: Stage | undefined): ShellInForce {
  const platform = stage?.from.platform?.text ?? '';
  if (/^linux\b/i.test(platform)) return LINUX_DEFAULT;
  const image = stage?.base.kind === 'image' ? stage.base.reference : '';
  // The backtick is only ever chosen so that Windows paths can be written.
  const windows = dockerfile.escape === '`' || /^windows\b/i.test(platform) || WINDOWS_IMAGE.test(image);
  return windows ? WINDOWS_DEFAULT : LINUX_DEFAULT;
}
