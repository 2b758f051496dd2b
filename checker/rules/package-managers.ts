import type { Dockerfile, Instruction } from '../dockerfile/types.ts';
import { operands } from '../shell/args.ts';
import { type Call, callsOf } from '../shell/calls.ts';
import type { ShellWord } from '../shell/types.ts';

export type Manager = 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper' | 'pip' | 'npm' | 'gem' | 'yarn';

/** What a subcommand does, whatever the package manager calls it. */
export type Action =
  | 'install'
  | 'install-module'
  | 'install-group'
  | 'remove'
  | 'refresh'
  | 'upgrade'
  | 'dist-upgrade'
  | 'clean'
  | 'other';

/** One call of a package manager. */
export interface PackageCall extends Call {
  manager: Manager;
  action: Action;
  /** The word that says what to do: `install`. */
  subcommand: ShellWord;
  /** What is installed, removed or upgraded: neither options nor their values. */
  packages: ShellWord[];
}

interface Grammar {
  manager: Manager;
  actions: Readonly<Record<string, Action>>;
  /** Options that take a value, without dashes. */
  valued: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

function actions(table: Partial<Record<Action, string>>): Record<string, Action> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([action, names]) => words(names).map((name) => [name, action as Action])),
  );
}

/** https://manpages.debian.org/apt-get */
const APT: Grammar = {
  manager: 'apt',
  actions: actions({
    install: 'install reinstall build-dep',
    remove: 'remove purge autoremove',
    refresh: 'update',
    upgrade: 'upgrade safe-upgrade',
    'dist-upgrade': 'dist-upgrade full-upgrade',
    clean: 'clean autoclean',
  }),
  valued: words(
    't o c a P target-release default-release option config-file host-architecture build-profiles',
  ),
};

/** https://dnf.readthedocs.io/en/latest/command_ref.html; yum and microdnf take the same words. */
const DNF: Grammar = {
  manager: 'dnf',
  actions: actions({
    install: 'install in localinstall reinstall rei install-n install-na install-nevra',
    'install-group': 'groupinstall',
    remove: 'remove erase rm autoremove',
    refresh: 'makecache check-update',
    upgrade: 'upgrade update up upgrade-minimal update-minimal up-min',
    'dist-upgrade': 'distro-sync dsync distribution-synchronization system-upgrade',
    clean: 'clean',
  }),
  valued: words(
    'c config d debuglevel e errorlevel R x exclude excludepkgs enablerepo disablerepo repo repoid releasever installroot setopt forcearch advisory enableplugin disableplugin comment destdir downloaddir repofrompath',
  ),
};

/** https://en.opensuse.org/SDB:Zypper_manual */
const ZYPPER: Grammar = {
  manager: 'zypper',
  actions: actions({
    install: 'install in source-install si',
    remove: 'remove rm',
    refresh: 'refresh ref',
    upgrade: 'update up patch',
    'dist-upgrade': 'dist-upgrade dup',
    clean: 'clean cc',
  }),
  valued: words(
    'R root r repo from t type p plus-repo c config D reposd-dir C cache-dir installroot download',
  ),
};

/** https://pip.pypa.io/en/stable/cli/pip_install/ */
const PIP: Grammar = {
  manager: 'pip',
  actions: actions({ install: 'install', remove: 'uninstall', clean: 'cache' }),
  valued: words(
    'r requirement c constraint e editable t target i index-url extra-index-url f find-links b build abi platform python-version implementation prefix root src progress-bar proxy trusted-host upgrade-strategy no-binary only-binary root-user-action python cache-dir timeout retries cert client-cert log config-settings C global-option report keyring-provider use-feature use-deprecated exists-action group pip-args suffix preinstall',
  ),
};

/** By program; the versions in `pip3.12` and `dnf5` are taken off. */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  apk: {
    manager: 'apk',
    actions: actions({
      install: 'add',
      remove: 'del',
      refresh: 'update',
      upgrade: 'upgrade',
      clean: 'cache',
    }),
    valued: words(
      't virtual X repository p root arch keys-dir repositories-file wait cache-dir cache-max-age timeout',
    ),
  },
  dnf: DNF,
  microdnf: DNF,
  yum: { ...DNF, manager: 'yum' },
  zypper: ZYPPER,
  pip: PIP,
  pipx: PIP,
  npm: {
    manager: 'npm',
    actions: actions({ install: 'install i in add', clean: 'cache' }),
    valued: words(
      'prefix C registry loglevel omit include only w workspace tag cache userconfig install-strategy before save-prefix depth location fetch-retries fetch-timeout cpu os libc',
    ),
  },
  gem: {
    manager: 'gem',
    actions: actions({ install: 'install i', upgrade: 'update' }),
    valued: words(
      'v version i install-dir n bindir P trust-policy s source p http-proxy platform build-root g file use-system-libraries',
    ),
  },
  yarn: {
    manager: 'yarn',
    actions: actions({ install: 'install add', clean: 'cache' }),
    valued: words('cwd cache-folder modules-folder network-timeout registry mutex'),
  },
};

interface Known {
  all: PackageCall[];
  byInstruction: Map<Instruction, PackageCall[]>;
}

const known = new WeakMap<Dockerfile, Known>();

/** Every call of a package manager while the image is built, in source order; read once for each file. */
export function packageCalls(dockerfile: Dockerfile): readonly PackageCall[] {
  return collect(dockerfile).all;
}

/** Those of one RUN. */
export function packageCallsIn(dockerfile: Dockerfile, instruction: Instruction): readonly PackageCall[] {
  return collect(dockerfile).byInstruction.get(instruction) ?? [];
}

function collect(dockerfile: Dockerfile): Known {
  let found = known.get(dockerfile);
  if (!found) {
    found = { all: [], byInstruction: new Map() };
    for (const call of callsOf(dockerfile)) {
      const packageCall = call.instruction.name === 'run' ? readPackageCall(call) : null;
      if (!packageCall) continue;
      found.all.push(packageCall);
      const same = found.byInstruction.get(call.instruction);
      if (same) same.push(packageCall);
      else found.byInstruction.set(call.instruction, [packageCall]);
    }
    known.set(dockerfile, found);
  }
  return found;
}

/** Reads a call as one of a package manager, null where it is none or says nothing to do. */
export function readPackageCall(call: Call): PackageCall | null {
  let { program, args } = call;
  if (program.startsWith('py') && /^(?:python|pypy|py)[\d.]*$/.test(program)) {
    const module = args.findIndex(({ text }) => text === '-m');
    if (module === -1) return null;
    program = args[module + 1]?.text ?? '';
    args = args.slice(module + 2);
  }
  const name = /^(?:pip|dnf)[\d.]+$/.test(program) ? program.replace(/[\d.]+$/, '') : program;
  const grammar = Object.hasOwn(GRAMMARS, name) ? GRAMMARS[name] : undefined;
  if (!grammar) return null;
  const [subcommand, ...rest] = operands(args, grammar.valued);
  if (!subcommand?.literal) return null;
  const { manager } = grammar;
  const action = Object.hasOwn(grammar.actions, subcommand.text)
    ? grammar.actions[subcommand.text]
    : undefined;
  const [second, ...members] = rest;
  if (
    (subcommand.text === 'module' || subcommand.text === 'group') &&
    second &&
    grammar.valued === DNF.valued
  ) {
    const what = second.text === 'install' ? (`install-${subcommand.text}` as const) : 'other';
    return { manager, action: what, subcommand: second, packages: members, ...call, args, program: name };
  }
  return { manager, action: action ?? 'other', subcommand, packages: rest, ...call, args, program: name };
}
