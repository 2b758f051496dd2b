import { DEFAULT_PATH } from '../dockerfile/scope.ts';
import { NO_ACCOUNTS, UNKNOWN_ACCOUNTS } from './facts/accounts.ts';
import type { BaseImage } from './facts/lookup.ts';
import { identify } from './identity.ts';
import { baseName, parentOf } from './paths.ts';
import { WorkTree } from './tree.ts';
import type {
  Accounts,
  Distribution,
  Identity,
  ImageConfig,
  Packages,
  Presence,
  StageState,
} from './types.ts';

const SYSTEM_BINS = new Set(['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin']);

/** Programs that the packages of Debian, Ubuntu and Alpine put into /usr/bin, all three alike. */
const IN_USR_BIN = new Set(['python3', 'perl', 'curl', 'wget', 'git', 'jq', 'openssl', 'dumb-init']);

/** Where else a distribution's packages put programs that Dockerfiles call by their path. */
const ELSEWHERE: Partial<Record<Distribution, readonly string[]>> = {
  alpine: ['/sbin/tini', '/sbin/su-exec'],
  debian: ['/usr/bin/tini', '/usr/sbin/gosu'],
  ubuntu: ['/usr/bin/tini', '/usr/sbin/gosu'],
};

/** A stage at one moment. Values only: every change makes another. */
export class State implements StageState {
  constructor(
    readonly files: WorkTree,
    readonly accounts: Accounts,
    readonly packages: Packages,
    readonly config: ImageConfig,
    readonly history: Identity,
    /** What the stage stands on, through other stages too; null where nothing is known of it. */
    readonly base: BaseImage | 'scratch' | null,
    /** What steps changed about programs. */
    readonly programs: ReadonlyMap<string, Presence>,
    /** Some step may have brought programs that nobody knows of. */
    readonly murky: boolean,
  ) {}

  get distribution(): Distribution {
    if (this.base === 'scratch') return 'scratch';
    return this.base === null ? 'unknown' : this.base.distribution;
  }

  with(
    changes: Partial<
      Pick<State, 'files' | 'accounts' | 'packages' | 'config' | 'history' | 'programs' | 'murky'>
    >,
  ): State {
    return new State(
      changes.files ?? this.files,
      changes.accounts ?? this.accounts,
      changes.packages ?? this.packages,
      changes.config ?? this.config,
      changes.history ?? this.history,
      this.base,
      changes.programs ?? this.programs,
      changes.murky ?? this.murky,
    );
  }

  hasCommand(name: string): Presence {
    return name.includes('/') ? this.hasPath(name) : this.hasName(name);
  }

  private hasPath(path: string): Presence {
    const absolute = path.startsWith('/') ? path : `${this.config.workdir ?? ''}/${path}`;
    if (!absolute.startsWith('/')) return 'unknown';
    const found = this.files.lookup(absolute);
    if (found.is === 'present') return found.node.kind === 'dir' ? 'no' : 'yes';
    if (found.is === 'absent') return 'no';
    if (!SYSTEM_BINS.has(parentOf(absolute))) return 'unknown';
    const name = baseName(absolute);
    const byName = this.fromSystem(name);
    const packaged =
      (parentOf(absolute) === '/usr/bin' && IN_USR_BIN.has(name)) ||
      ELSEWHERE[this.distribution]?.includes(absolute);
    if (packaged && this.programs.get(name) === 'yes') return 'yes';
    // That it is on PATH says little about which of its directories it is in.
    return byName === 'no' ? 'no' : absolute === '/bin/sh' || absolute === '/bin/bash' ? byName : 'unknown';
  }

  private hasName(name: string): Presence {
    let open = false;
    const path = this.config.env.get('PATH') ?? DEFAULT_PATH;
    for (const directory of path.split(':')) {
      if (!directory.startsWith('/')) continue;
      const found = this.files.lookup(`${directory}/${name}`);
      if (found.is === 'present' && found.node.kind !== 'dir') return 'yes';
      if (found.is === 'unknown' && !SYSTEM_BINS.has(directory) && !this.isOfBase(directory)) open = true;
    }
    const system = this.fromSystem(name);
    return system === 'no' && open ? 'unknown' : system;
  }

  /** Directories that the base image put on PATH hold what the facts say, whatever they are called. */
  private isOfBase(directory: string): boolean {
    return (
      this.base !== null &&
      this.base !== 'scratch' &&
      (this.base.env.get('PATH') ?? '').split(':').includes(directory)
    );
  }

  private fromSystem(name: string): Presence {
    const changed = this.programs.get(name);
    if (changed !== undefined) return changed;
    const original: Presence =
      this.base === 'scratch' ? 'no' : this.base === null ? 'unknown' : this.base.has(name);
    return original === 'no' && this.murky ? 'unknown' : original;
  }
}

const NO_PACKAGES: Packages = { installed: new Map(), incomplete: new Set() };

const EMPTY_CONFIG: ImageConfig = {
  env: new Map([['PATH', DEFAULT_PATH]]),
  envComplete: true,
  workdir: '/',
  user: '',
  userFrom: null,
  ports: [],
  volumes: [],
  entrypoint: null,
  cmd: null,
  healthcheck: null,
  shell: ['/bin/sh', '-c'],
  stopSignal: '',
  labels: new Map(),
};

/** A stage that starts from nothing. */
export function scratchState(): State {
  return new State(
    WorkTree.empty(),
    NO_ACCOUNTS,
    NO_PACKAGES,
    EMPTY_CONFIG,
    'scratch',
    'scratch',
    new Map(),
    false,
  );
}

/** A stage on an image of which nothing is known. */
export function unknownState(reference: string): State {
  const config: ImageConfig = {
    ...EMPTY_CONFIG,
    envComplete: false,
    workdir: undefined,
    user: undefined,
    entrypoint: undefined,
    cmd: undefined,
    healthcheck: undefined,
    stopSignal: undefined,
  };
  const identity = identify('image', reference);
  return new State(
    WorkTree.unknown(identity),
    UNKNOWN_ACCOUNTS,
    NO_PACKAGES,
    config,
    identity,
    null,
    new Map(),
    true,
  );
}

const states = new WeakMap<BaseImage, State>();

/** A stage on a base image that the facts know; the same for every build. */
export function imageState(base: BaseImage): State {
  const state = states.get(base) ?? stateOn(base);
  states.set(base, state);
  return state;
}

function stateOn(base: BaseImage): State {
  const command = (argv: readonly string[]) =>
    argv.length === 0 ? null : { argv, form: 'exec' as const, instruction: null, stage: null };
  const config: ImageConfig = {
    ...EMPTY_CONFIG,
    env: base.env,
    // The variables that images keep for themselves (versions, checksums) are not all recorded.
    envComplete: false,
    workdir: base.workdir,
    user: base.user,
    ports: base.ports,
    volumes: base.volumes,
    entrypoint: command(base.entrypoint),
    cmd: command(base.cmd),
    stopSignal: base.stopSignal,
  };
  return new State(
    base.files.fork(),
    base.accounts,
    NO_PACKAGES,
    config,
    identify('image', base.reference),
    base,
    new Map(),
    false,
  );
}
