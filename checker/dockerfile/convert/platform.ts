import { quote, RefusalError } from '../refusal.ts';

/** `os/arch/variant` as containerd's `platforms.Parse` reads it. */
export interface Platform {
  os: string;
  arch: string;
}

const OS_PART = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.-]*)((?:\+[A-Za-z0-9_.-]+)*)\))?$/;
const PART = /^[A-Za-z0-9_.-]+$/;
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);
const ALIASES: Readonly<Record<string, string>> = {
  i386: '386',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm',
  armel: 'arm',
};

/** @throws RefusalError in containerd's words. */
export function parsePlatform(text: string): Platform {
  const invalid = 'invalid argument';
  if (text.includes('*')) throw new RefusalError(`${quote(text)}: wildcards not yet supported: ${invalid}`);
  const parts = text.split('/');
  const first = parts[0] ?? '';
  const os = OS_PART.exec(first);
  if (!os) {
    throw new RefusalError(
      `${quote(first)} is an invalid OS component of ${quote(text)}: OSAndVersion specifier component must match ${quote(OS_PART.source)}: ${invalid}`,
    );
  }
  for (const part of parts.slice(1)) {
    if (PART.test(part)) continue;
    throw new RefusalError(
      `${quote(part)} is an invalid component of ${quote(text)}: platform specifier component must match ${quote(PART.source)}: ${invalid}`,
    );
  }
  const system = (os[1] ?? '').toLowerCase().replace('macos', 'darwin');
  if (parts.length > 3) throw new RefusalError(`${quote(text)}: cannot parse platform specifier: ${invalid}`);
  if (parts.length > 1) return { os: system, arch: architecture(parts[1] ?? '') };
  if (SYSTEMS.has(system)) return { os: system, arch: 'amd64' };
  const arch = architecture(first);
  if (ARCHITECTURES.has(arch)) return { os: 'linux', arch };
  throw new RefusalError(`${quote(text)}: unknown operating system or architecture: ${invalid}`);
}

function architecture(name: string): string {
  const lower = name.toLowerCase();
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] as string) : lower;
}
