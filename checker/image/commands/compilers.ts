import { identify } from '../identity.ts';
import type { Machine } from '../machine.ts';
import { baseName } from '../paths.ts';
import { walk } from '../tree.ts';
import type { Known } from '../types.ts';
import { PART, type ProgramCall, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** go, cargo, mvn, gradle, gem, bundle, composer, make and other builders. */

const GO_VALUED = '-o -ldflags -tags -gcflags -asmflags -mod -p -buildmode -C -overlay -pkgdir -buildvcs';

const go: ProgramModel = (call) => {
  const { args, machine, program } = call;
  // Go's options are long ones with a single dash.
  const words = args.map((arg) => arg?.replace(/^--?(?=[a-zA-Z]{2})/, '--'));
  const [verb] = words;
  const parsed = parseArgs(words.slice(1), GO_VALUED.replace(/-(?=[a-zA-Z]{2})/g, '--'));
  const identity = machine.identity([program, ...args]);
  if (verb === 'build') {
    if (absent(machine, 'go.mod') && sourcesHere(parsed.operands)) {
      machine.fail(
        "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      );
      return WHOLE;
    }
    const output = valueOf(parsed, 'o');
    if (output === null) blurHere(machine, identity);
    else writeProgram(machine, output, identity, 12e6, args, loaderOf(machine, parsed));
    return PART;
  }
  if (verb === 'install') {
    machine.files.blur('/go/bin', identity);
    const targets = parsed.operands.length > 0 ? parsed.operands : ['.'];
    for (const target of targets) {
      const path = /^\.\/?$/.test(target ?? '') ? moduleHere(machine) : target;
      const name =
        path === undefined ? undefined : baseName(path.replace(/@.*$/, '').replace(/\/\.\.\.$/, ''));
      const bin = machine.variables.get('GOBIN') ?? `${machine.variables.get('GOPATH') ?? '/go'}/bin`;
      if (name !== undefined && /^[\w.-]+$/.test(name) && name !== '.')
        writeProgram(machine, `${bin}/${name}`, identity, 12e6, args);
    }
    return PART;
  }
  if (verb === 'mod' || verb === 'get' || verb === 'work') {
    if (parsed.operands[0] === 'download' && absent(machine, 'go.mod')) {
      machine.fail("go: no modules specified (see 'go help mod download')");
      return WHOLE;
    }
    machine.fill(`${machine.variables.get('GOPATH') ?? '/go'}/pkg/mod`, identity, undefined);
    if (parsed.operands[0] !== 'download') blurHere(machine, identity);
    return PART;
  }
  if (verb === 'version' || verb === 'env' || verb === 'vet' || verb === 'test') return WHOLE;
  machine.unmodelled([program, ...args], 'workdir');
  return PART;
};

/**
 * The loader that a Go program asks for: the packages net and os/user, and C code, link it to the C library of
 * its stage, unless cgo is off. It is off where no C compiler is (since Go 1.20, https://go.dev/doc/go1.20#cgo).
 * Undefined where nothing is certain.
 */
function loaderOf(machine: Machine, parsed: ReturnType<typeof parseArgs>): string | undefined {
  const { variables } = machine;
  const cgo = variables.get('CGO_ENABLED');
  const open = ['CGO_ENABLED', 'GOOS', 'GOARCH', 'GOFLAGS'].some(
    (name) => variables.has(name) && (name !== 'CGO_ENABLED' || cgo !== '1'),
  );
  const flags = ['tags', 'ldflags'].some(
    (name) => parsed.options.has(name) && /netgo|static/.test(valueOf(parsed, name) ?? 'static'),
  );
  if (open || flags || machine.has('gcc') !== 'yes' || !importsC(machine)) return undefined;
  const { base } = machine.state;
  if (base === null || base === 'scratch') return undefined;
  if (base.distribution === 'debian') return '/lib64/ld-linux-x86-64.so.2';
  return base.distribution === 'alpine' ? '/lib/ld-musl-x86_64.so.1' : undefined;
}

/** Whether a source file in or below the working directory imports what is written in C. */
function importsC(machine: Machine): boolean {
  const here = machine.cwd === undefined ? null : machine.files.lookup(machine.cwd);
  if (here?.is !== 'present') return false;
  for (const [path, node] of walk(here.node))
    if (
      path.endsWith('.go') &&
      !path.endsWith('_test.go') &&
      node.kind === 'file' &&
      node.content.is === 'text' &&
      /^\s*(?:import\s+)?(?:\w+\s+)?"(?:net|net\/http|os\/user|C)"/m.test(node.content.text)
    )
      return true;
  return false;
}

/** The path of the module in the working directory, whose last part names its program. */
function moduleHere(machine: Machine): string | undefined {
  const path = machine.path('go.mod');
  const found = path === undefined ? null : machine.files.lookup(path);
  if (found?.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text')
    return undefined;
  const module = /^module\s+"?([^\s"]+)/m.exec(found.node.content.text)?.[1];
  return module?.replace(/\/v\d+$/, '');
}

function sourcesHere(operands: readonly Known<string>[]): boolean {
  return operands.every((operand) => operand !== undefined && /^(\.|\.\/.*)$/.test(operand));
}

function absent(machine: Machine, name: string): boolean {
  // The module may be described in a directory above.
  let directory = machine.cwd;
  while (directory !== undefined) {
    if (machine.files.lookup(`${directory}/${name}`).is !== 'absent') return false;
    if (directory === '/') return true;
    directory = directory.slice(0, directory.lastIndexOf('/')) || '/';
  }
  return false;
}

function writeProgram(
  machine: Machine,
  output: Known<string>,
  identity: string,
  size: number,
  args: readonly Known<string>[],
  loader?: string,
): void {
  const path = machine.path(output);
  if (path === undefined) {
    machine.unmodelled(args, 'workdir');
    return;
  }
  const there = machine.files.lookup(path);
  if ((there.is === 'present' && there.node.kind === 'dir') || output?.endsWith('/')) {
    machine.mkdir(path);
    machine.files.blur(path, identity);
    return;
  }
  if (!machine.denied(path, `go: open ${path}: permission denied`))
    machine.writeFile(path, { is: 'derived', identity }, size, 0o777, loader);
}

function blurHere(machine: Machine, identity: string): void {
  if (machine.cwd === undefined) machine.files.haze(identity);
  else machine.files.blurAll(machine.cwd, identity);
}

const cargo: ProgramModel = ({ args, machine, program }) => {
  const words = args.filter((arg) => arg === undefined || !arg.startsWith('+'));
  const parsed = parseArgs(
    words,
    '--target --manifest-path --target-dir --features -p --package --bin --profile -j --jobs --root --git --path --version --example',
  );
  const [verb] = parsed.operands;
  const identity = machine.identity([program, ...args]);
  if (verb === 'build' || verb === 'b') {
    if (absent(machine, 'Cargo.toml') && !parsed.options.has('manifest-path')) {
      machine.fail(`error: could not find \`Cargo.toml\` in \`${machine.cwd}\` or any parent directory`, 101);
      return WHOLE;
    }
    const name = crateName(machine) ?? null;
    const profile =
      parsed.options.has('release') || parsed.options.has('r')
        ? 'release'
        : (parsed.options.get('profile') ?? 'debug');
    const target = parsed.options.get('target');
    const directory = machine.path(
      valueOf(parsed, 'target-dir') ?? machine.variables.get('CARGO_TARGET_DIR') ?? 'target',
    );
    if (directory === undefined) blurHere(machine, identity);
    else {
      const out = `${directory}/${target ? `${target}/` : ''}${profile}`;
      machine.fill(`${out}/deps`, identity, undefined);
      machine.files.blur(out, identity);
      machine.files.blur(directory, identity);
      if (name !== null)
        machine.writeFile(
          `${out}/${name}`,
          { is: 'derived', identity: identify(identity, name) },
          8e6,
          0o777,
        );
    }
    return PART;
  }
  if (verb === 'install') {
    machine.files.blur('/usr/local/cargo/bin', identity);
    for (const name of parsed.operands.slice(1)) if (name !== undefined) machine.setProgram(name, 'yes');
    machine.setMurky();
    return PART;
  }
  if (
    verb === 'fetch' ||
    verb === 'vendor' ||
    verb === 'chef' ||
    verb === 'init' ||
    verb === 'new' ||
    verb === 'test'
  ) {
    blurHere(machine, identity);
    machine.files.blur('/usr/local/cargo', identity);
    return PART;
  }
  machine.unmodelled([program, ...args], 'workdir');
  return PART;
};

/** The name of the program that a Cargo.toml of one crate makes. */
function crateName(machine: Machine): string | null {
  const path = machine.path('Cargo.toml');
  const found = path === undefined ? null : machine.files.lookup(path);
  if (found?.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text') return null;
  return /^\[package\][^[]*?^name\s*=\s*"([^"]+)"/m.exec(found.node.content.text)?.[1] ?? null;
}

/** Builders that keep to the working directory and the caches of their user. */
const builder: ProgramModel = ({ args, machine, program }: ProgramCall) => {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-v' || args[0] === '-version'))
    return WHOLE;
  const installs = args.includes('install') && /^(make|ninja|cmake)$/.test(program);
  const identity = machine.identity([program, ...args]);
  const home = machine.variables.get('HOME');
  if (!installs && home !== undefined && machine.files.lookup(home).is === 'present')
    machine.files.blur(home, identity);
  machine.unmodelled([program, ...args], installs ? 'all' : 'workdir');
  return PART;
};

/** gem and bundle: gems go to GEM_HOME, their programs to its bin directory. */
const gem: ProgramModel = ({ args, machine, program }) => {
  const identity = machine.identity([program, ...args]);
  const home = machine.variables.get('BUNDLE_PATH') ?? machine.variables.get('GEM_HOME');
  const parsed = parseArgs(
    args,
    '-v --version -i --install-dir --jobs -j --retry --without --path --gemfile',
  );
  const [verb, ...names] = parsed.operands;
  if (verb === 'config' || verb === '--version' || verb === 'clean' || verb === 'sources') return WHOLE;
  if (verb !== 'install' && verb !== undefined) {
    machine.unmodelled([program, ...args], 'workdir');
    return PART;
  }
  if (program === 'bundle' && absent(machine, 'Gemfile')) {
    machine.fail('Could not locate Gemfile', 10);
    return WHOLE;
  }
  if (home?.startsWith('/')) machine.files.blurAll(home, identity);
  else machine.files.blurAll('/usr/local', identity);
  if (home === undefined || !home.startsWith('/')) machine.setMurky();
  if (program === 'gem') for (const name of names) if (name !== undefined) machine.setProgram(name, 'yes');
  machine.addUnnamedPackages('gem');
  return PART;
};

const composer: ProgramModel = ({ args, machine, program }) => {
  const identity = machine.identity([program, ...args]);
  const [verb] = parseArgs(args, '-d --working-dir').operands;
  const vendor = machine.path('vendor');
  if (verb === 'install' || verb === 'update' || verb === 'require') {
    if (verb === 'install' && absent(machine, 'composer.json')) {
      machine.fail(`Composer could not find a composer.json file in ${machine.cwd}`);
      return WHOLE;
    }
    if (vendor !== undefined && !machine.denied(vendor, `${vendor} does not exist and could not be created`))
      machine.fill(vendor, identity, undefined);
    machine.addUnnamedPackages('composer');
    return PART;
  }
  if (verb === 'dump-autoload' || verb === 'dumpautoload') {
    if (vendor !== undefined) machine.files.blurAll(vendor, identity);
    return PART;
  }
  machine.unmodelled([program, ...args], 'workdir');
  return PART;
};

/** docker-php-ext-install and its kin change PHP's own directories. */
const phpExtension: ProgramModel = ({ args, machine, program }) => {
  machine.files.blur('/usr/local/lib', machine.identity([program, ...args]));
  machine.files.blur('/usr/local/etc', machine.identity([program, ...args]));
  return PART;
};

export const compilerCommands: Readonly<Record<string, ProgramModel>> = {
  go,
  cargo,
  mvn: builder,
  mvnw: builder,
  gradle: builder,
  gradlew: builder,
  make: builder,
  cmake: builder,
  ninja: builder,
  gcc: builder,
  'g++': builder,
  cc: builder,
  javac: builder,
  rustc: builder,
  dotnet: builder,
  hugo: builder,
  gem,
  bundle: gem,
  bundler: gem,
  composer,
  'docker-php-ext-install': phpExtension,
  'docker-php-ext-enable': phpExtension,
  'docker-php-ext-configure': phpExtension,
  pecl: phpExtension,
};
