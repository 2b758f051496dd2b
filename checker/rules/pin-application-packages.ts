import { flagValue, hasFlag } from '../shell/args.ts';
import { runCalls } from '../shell/calls.ts';
import { span } from './edits.ts';
import { type Manager, type PackageCall, packageCalls } from './package-managers.ts';
import type { Finding, Rule, RulePage } from './rule.ts';

interface Pinning {
  example: string;
  /** Nothing is said of the call as a whole: it takes its versions from somewhere else. */
  settled?(call: PackageCall): boolean;
  pinned(name: string): boolean;
  ref: string;
}

const PINNING: Partial<Record<Manager, Pinning>> = {
  pip: {
    example: 'name==version, or a requirements file',
    settled: ({ args }) => hasFlag(args, 'requirement', 'r', 'constraint', 'c', 'group', 'require-hashes'),
    pinned: (name) =>
      /^(?:git|hg|svn|bzr)(?:\+\w+)?:/.test(name)
        ? name.slice(name.indexOf(':')).includes('@')
        : /[<>=~!/]|^\.|\.whl$|\.tar\.gz$|\.zip$/.test(name),
    ref: 'hadolint:DL3013',
  },
  npm: {
    example: 'name@version',
    pinned: (name) =>
      /^git(?:\+\w+)?:\/\//.test(name)
        ? name.includes('#')
        : /.@|^[./~]|^file:|\.tar$|\.tar\.gz$|\.tgz$/.test(name),
    ref: 'hadolint:DL3016',
  },
  gem: {
    example: 'name:version',
    settled: ({ args }) => flagValue(args, 'version', 'v') !== null,
    pinned: (name) => /:|\.gem$/.test(name),
    ref: 'hadolint:DL3028',
  },
};

/** What a base image has anyway, and the installers themselves: whichever version is there does. */
const TOOLS: ReadonlySet<string> = new Set(['pip', 'setuptools', 'wheel', 'npm']);

export const pinApplicationPackagesPage: RulePage = {
  title: 'Give the packages of your application a version',
  why: 'Without a version, two builds of the same source differ, and a new major version of somebody else breaks yours without a change of your own. Take versions from a lock file, or write them out.',
  sources: [
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    'https://docs.npmjs.com/cli/commands/npm-install',
    'https://go.dev/ref/mod#go-install',
  ],
};

export const pinApplicationPackages: Rule = {
  name: 'pin-application-packages',
  severity: 'warning',
  refs: ['hadolint:DL3013', 'hadolint:DL3016', 'hadolint:DL3028', 'hadolint:DL3062'],
  set: 'default',
  *check({ dockerfile }) {
    const constrained = /PIP_CONSTRAINT|PIP_REQUIREMENT/.test(dockerfile.text);
    for (const call of packageCalls(dockerfile)) {
      const { manager, action, program, args, word, subcommand } = call;
      const pinning = PINNING[manager];
      if (!pinning || action !== 'install' || pinning.settled?.(call)) continue;
      if (manager === 'pip' && constrained) continue;
      const names = named(call).filter(({ literal, text }) => literal && !/^(?:true|false)$/.test(text));
      // "." is the project itself, and what is installed with it was chosen there.
      if (manager === 'pip' && args.some(({ text }) => text === '.')) continue;
      const loose = names.map(({ text }) => text).filter((name) => !pinning.pinned(name));
      const [first] = loose;
      if (first === undefined) continue;
      yield {
        range: span(word.range, subcommand.range),
        onRequest: loose.every((name) => TOOLS.has(name)),
        message: `${program} installs whatever version of ${loose.length === 1 ? first : `${first} and ${loose.length - 1} more`} is newest that day. Write ${pinning.example}.`,
        refs: [pinning.ref],
      };
    }
    for (const call of runCalls(dockerfile, 'go')) yield* goPackages(call);
  },
};

/** The packages; what gem is given behind `--` is for the compiler. */
function named({ manager, args, packages }: PackageCall): PackageCall['packages'] {
  const end = manager === 'gem' ? args.findIndex(({ text }) => text === '--') : -1;
  if (end === -1) return packages;
  const before = new Set(args.slice(0, end));
  return packages.filter((word) => before.has(word));
}

/** Options of `go` that take a value (https://pkg.go.dev/cmd/go). */
const GO_VALUED: ReadonlySet<string> = new Set(
  'C o p asmflags buildmode compiler covermode coverpkg exec gccgoflags gcflags installsuffix ldflags mod modfile overlay pgo pkgdir tags toolexec'.split(
    ' ',
  ),
);

/** `go install`, `go get` and `go run` of a package with no version, or with one that moves. */
function* goPackages({
  args,
  word,
}: {
  args: PackageCall['args'];
  word: PackageCall['word'];
}): Generator<Finding> {
  const [subcommand, ...rest] = args;
  if (!subcommand || !/^(?:install|get|run)$/.test(subcommand.text)) return;
  const packages: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const { text, literal } = rest[i] as (typeof rest)[number];
    if (text.startsWith('-')) {
      if (GO_VALUED.has(text.replace(/^--?/, ''))) i++;
      continue;
    }
    if (literal) packages.push(text);
    // The rest are the arguments of the program that runs.
    if (subcommand.text === 'run') break;
  }
  for (const name of packages) {
    if (/^[./]|\.go$/.test(name)) continue;
    const version = name.includes('@') ? name.slice(name.indexOf('@') + 1) : null;
    const moves = version !== null && /^(?:latest|upgrade|patch|master|main|head)$/i.test(version);
    if (version !== null && !moves) continue;
    yield {
      range: span(word.range, subcommand.range),
      // Inside a module its go.mod says which version is meant.
      severity: moves ? 'warning' : 'info',
      message: `go ${subcommand.text} takes whatever version of ${name.replace(/@.*/, '')} is newest that day, unless a go.mod names one. Write @ and a version behind it.`,
      refs: ['hadolint:DL3062'],
    };
    return;
  }
}
