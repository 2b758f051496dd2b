import { hasWildcard, wildcardMatcher } from './context/wildcard.ts';
import { utf8Length } from './context-tree.ts';
import { identify } from './identity.ts';
import { parentOf, resolvePath } from './paths.ts';
import { type Identity as Ids, identityOfUser, mayWrite } from './permissions.ts';
import type { State } from './state.ts';
import type { Ownership, WorkTree } from './tree.ts';
import type { Accounts, Content, Identity, InstalledPackage, Known, Presence, UserAccount } from './types.ts';
import type { Variables } from './words.ts';

/** A command of the script that certainly fails, with what the program prints. */
export interface CommandFailure {
  message: string;
  exitCode: number;
}

/** Stands in a directory for files of which only their size together is known. */
export const FILLED = '.contents';

/** What a RUN runs on: a stage's file system, accounts and programs while the commands of one script change them. */
export class Machine {
  readonly files: WorkTree;
  readonly variables: ScriptVariables;
  cwd: Known<string>;
  umask = 0o022;
  private accountsNow: Accounts;
  private packagesNow: State['packages'];
  private programsNow: State['programs'];
  private murkyNow: boolean;
  /** Set by the command that fails for certain. */
  failure: CommandFailure | null = null;

  constructor(
    readonly state: State,
    environment: ReadonlyMap<string, string>,
    /** Name or id that USER says; undefined where not known. */
    readonly user: Known<string>,
    readonly hasNetwork: boolean,
  ) {
    this.files = state.files.fork();
    this.accountsNow = state.accounts;
    this.packagesNow = state.packages;
    this.programsNow = state.programs;
    this.murkyNow = state.murky;
    this.cwd = state.config.workdir;
    const variables = new Map<string, Known<string>>(environment);
    this.variables = new ScriptVariables(variables, state.config.envComplete);
    if (!variables.has('HOME')) {
      const account = state.accounts.users.get(
        user === '' || user === undefined ? 'root' : (user.split(':')[0] ?? ''),
      );
      variables.set('HOME', user === undefined ? undefined : account?.home);
    }
  }

  get ids(): Ids {
    return identityOfUser(this.user, this.state.accounts);
  }

  /** Whether commands run as root. */
  get isRoot(): Presence {
    const { uid } = this.ids;
    return uid === undefined ? 'unknown' : uid === 0 ? 'yes' : 'no';
  }

  get accounts(): Accounts {
    return this.accountsNow;
  }

  get packages(): State['packages'] {
    return this.packagesNow;
  }

  /** The stage as it stands now, for who looks things up in it. */
  now(): State {
    return this.state.with({
      files: this.files,
      accounts: this.accountsNow,
      packages: this.packagesNow,
      programs: this.programsNow,
      murky: this.murkyNow,
      config: { ...this.state.config, env: this.variables.known(), workdir: this.cwd },
    });
  }

  /** As `now`, untouched by what the machine does next. */
  snapshot(): State {
    return this.now().with({ files: this.files.fork() });
  }

  /** The stage after the script: as `now`, with the configuration that RUN cannot change. */
  result(): State {
    return this.state.with({
      files: this.files,
      accounts: this.accountsNow,
      packages: this.packagesNow,
      programs: this.programsNow,
      murky: this.murkyNow,
    });
  }

  has(program: string): Presence {
    return this.now().hasCommand(program);
  }

  /** An argument as an absolute path, undefined where it is not known. */
  path(argument: Known<string>): Known<string> {
    if (argument === undefined || argument === '') return undefined;
    if (argument.startsWith('/')) return resolvePath('/', argument);
    return this.cwd === undefined ? undefined : resolvePath(this.cwd, argument);
  }

  /**
   * The paths that an argument names, globs replaced by what they match.
   * @returns undefined where they are not all known.
   */
  paths(argument: Known<string>): Known<string[]> {
    const path = this.path(argument);
    if (path === undefined) return undefined;
    if (!hasWildcard(path)) return [path];
    try {
      return this.matching(path);
    } catch {
      // A pattern that cannot be read stands for itself in a shell.
      return undefined;
    }
  }

  private matching(path: string): Known<string[]> {
    let complete = true;
    let found: string[] = [''];
    for (const part of path.slice(1).split('/')) {
      const next: string[] = [];
      for (const directory of found) {
        if (!hasWildcard(part)) {
          next.push(`${directory}/${part}`);
          continue;
        }
        const node = this.files.lookup(directory === '' ? '/' : directory);
        if (node.is === 'unknown') complete = false;
        if (node.is !== 'present' || node.node.kind !== 'dir') continue;
        if (this.files.rest(node.node) !== null) complete = false;
        const fits = wildcardMatcher(part);
        for (const name of node.node.entries.keys()) {
          if (!name.startsWith('.') || part.startsWith('.'))
            if (fits(name)) next.push(`${directory}/${name}`);
        }
      }
      found = next;
    }
    return complete ? found : undefined;
  }

  /** Who owns what the script makes. */
  owned(mode: number): Ownership {
    const { uid, gid } = this.ids;
    return { uid, gid, mode: mode & ~this.umask };
  }

  /** Whether something may be made, changed or deleted at a path; a certain no fails the command. */
  denied(path: string, message: string): boolean {
    if (mayWrite(this.files, path, this.ids) !== 'no') return false;
    this.fail(message);
    return true;
  }

  writeFile(path: string, content: Content, size?: number, mode = 0o666, loader?: string): void {
    if (path === '/etc/passwd' || path === '/etc/group') this.forgetAccounts();
    const there = this.files.lookup(path);
    const kept = there.is === 'present' && there.node.kind === 'file' ? there.node : null;
    const bytes =
      content.is === 'text' ? utf8Length(content.text) : content.is === 'bytes' ? content.bytes.length : size;
    const owner = kept ?? this.owned(mode);
    this.files.put(
      path,
      {
        kind: 'file',
        uid: owner.uid,
        gid: owner.gid,
        mode: owner.mode,
        size: bytes,
        content,
        ...(loader && { loader }),
      },
      this.owned(0o777),
    );
  }

  mkdir(path: string, mode = 0o777): void {
    this.files.mkdir(path, this.owned(mode), this.owned(0o777));
  }

  /** A directory tree that a tool fills: one file of this size stands for what is in it. */
  fill(path: string, identity: Identity, size: Known<number>, mode = 0o777): void {
    this.files.put(path, this.files.directory(this.owned(mode)), this.owned(0o777));
    this.files.put(`${path}/${FILLED}`, {
      kind: 'file',
      ...this.owned(0o666),
      size,
      content: { is: 'derived', identity },
    });
    this.files.blur(path, identity);
  }

  setProgram(name: string, presence: Presence): void {
    const programs = new Map(this.programsNow);
    programs.set(name, presence);
    this.programsNow = programs;
  }

  /** Something was installed that may bring programs of any name. */
  setMurky(): void {
    this.murkyNow = true;
  }

  addPackage(entry: InstalledPackage): void {
    const installed = new Map(this.packagesNow.installed);
    installed.set(`${entry.manager}:${entry.name}`, entry);
    this.packagesNow = { ...this.packagesNow, installed };
  }

  removePackage(key: string): void {
    const installed = new Map(this.packagesNow.installed);
    installed.delete(key);
    this.packagesNow = { ...this.packagesNow, installed };
  }

  /** Packages of this manager were installed that cannot be named. */
  addUnnamedPackages(manager: InstalledPackage['manager']): void {
    const incomplete = new Set(this.packagesNow.incomplete).add(manager);
    this.packagesNow = { ...this.packagesNow, incomplete };
  }

  setUser(name: string, account: UserAccount): void {
    const users = new Map(this.accountsNow.users).set(name, account);
    this.accountsNow = { ...this.accountsNow, users };
  }

  setGroup(name: string, gid: Known<number>): void {
    const groups = new Map(this.accountsNow.groups).set(name, gid);
    this.accountsNow = { ...this.accountsNow, groups };
  }

  removeUser(name: string): void {
    const users = new Map(this.accountsNow.users);
    users.delete(name);
    this.accountsNow = { ...this.accountsNow, users };
  }

  removeGroup(name: string): void {
    const groups = new Map(this.accountsNow.groups);
    groups.delete(name);
    this.accountsNow = { ...this.accountsNow, groups };
  }

  /** Accounts may have come that nobody knows of. */
  forgetAccounts(): void {
    this.accountsNow = { ...this.accountsNow, complete: false };
  }

  fail(message: string, exitCode = 1): void {
    this.failure ??= { message, exitCode };
  }

  /** What a command's output depends on: its words, its environment, who runs it where, and all files that it could read. */
  identity(argv: readonly Known<string>[]): Identity {
    return identify(...argv, this.variables.identity(), this.cwd, this.user, this.files.digest('/'));
  }

  /** The same for a command whose result changes from one run to the next. */
  volatileIdentity(argv: readonly Known<string>[]): Identity {
    return identify(this.identity(argv), this.state.history);
  }

  /**
   * A command of which it is not known what it does.
   * @param reach - `all`: it may write anywhere; `workdir`: it keeps to the working directory, as build tools do.
   */
  unmodelled(argv: readonly Known<string>[], reach: 'all' | 'workdir'): void {
    const identity = this.identity(argv);
    if (reach === 'workdir' && this.cwd !== undefined) {
      this.files.blurAll(this.cwd, identity);
      // Build tools are told to put their output beside the sources, or anywhere by an argument.
      for (let above = parentOf(this.cwd); ; above = parentOf(above)) {
        this.files.blur(above, identity);
        if (above === '/') break;
      }
      for (const word of argv.slice(1)) this.blurNamed(word, identity);
      this.files.blur('/tmp', identity);
      return;
    }
    const root = this.isRoot;
    this.files.haze(identity);
    this.murkyNow = true;
    if (root !== 'no') this.forgetAccounts();
  }

  /** What an argument such as `-o /out` or `--prefix=/usr` names may have been written to. */
  private blurNamed(word: Known<string>, identity: Identity): void {
    const value = word?.replace(/^-[^=]*=/, '');
    if (value === undefined || !value.includes('/') || value.includes('://')) return;
    let path = this.path(value) ?? '/';
    while (path !== '/' && this.files.lookup(path).is !== 'present') path = parentOf(path);
    const found = this.files.lookup(path);
    if (found.is !== 'present' || found.node.kind !== 'dir') path = parentOf(path);
    if (path === '/') this.files.blur(path, identity);
    else this.files.blurAll(path, identity);
  }

  /** A package may bring an account of its own name. */
  mayBringUser(name: string): void {
    const doubtful = new Set(this.accountsNow.doubtful).add(name);
    this.accountsNow = { ...this.accountsNow, doubtful };
  }

  /** Whether a directory's parent is there. */
  hasParent(path: string): Presence {
    const found = this.files.lookup(parentOf(path));
    if (found.is === 'unknown' || (found.is === 'present' && found.node.kind === 'unknown')) return 'unknown';
    return found.is === 'present' && found.node.kind === 'dir' ? 'yes' : 'no';
  }

  /** Keeps what is in common of this machine and of another that ran some more commands, which may not have run. */
  mayHaveBecome(other: Machine, argv: readonly Known<string>[]): void {
    if (other.files.digest('/') !== this.files.digest('/')) {
      this.files.haze(identify(this.identity(argv), 'perhaps'));
    }
    for (const [name, presence] of other.programsNow) {
      if (this.programsNow.get(name) !== presence) this.setProgram(name, 'unknown');
    }
    this.murkyNow ||= other.murkyNow;
    const { users, groups, complete } = other.accountsNow;
    const names = [...users.keys(), ...groups.keys()];
    const doubtful = new Set(this.accountsNow.doubtful);
    for (const name of names) {
      if (!this.accountsNow.users.has(name) || !this.accountsNow.groups.has(name)) doubtful.add(name);
    }
    this.accountsNow = { ...this.accountsNow, doubtful, complete: this.accountsNow.complete && complete };
    for (const [key, entry] of other.packagesNow.installed) {
      if (!this.packagesNow.installed.has(key)) this.addPackage(entry);
    }
    for (const [name, value] of other.variables.entries()) {
      if (this.variables.get(name) !== value) this.variables.set(name, undefined);
    }
    if (other.cwd !== this.cwd) this.cwd = undefined;
  }

  /** A second machine that starts where this one stands. */
  branch(): Machine {
    const copy = new Machine(
      this.now().with({ config: this.state.config }),
      new Map(),
      this.user,
      this.hasNetwork,
    );
    copy.variables.take(this.variables);
    copy.cwd = this.cwd;
    copy.umask = this.umask;
    return copy;
  }
}

/** Variables of the environment and of the script. */
export class ScriptVariables implements Variables {
  open = false;
  constructor(
    private values: Map<string, Known<string>>,
    readonly complete: boolean,
  ) {}

  get(name: string): Known<string> {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  set(name: string, value: Known<string>): void {
    this.values.set(name, value);
  }

  unset(name: string): void {
    this.values.delete(name);
  }

  entries(): Iterable<[string, Known<string>]> {
    return this.values;
  }

  take(other: ScriptVariables): void {
    this.values = new Map(other.values);
    this.open = other.open;
  }

  known(): Map<string, string> {
    const known = new Map<string, string>();
    for (const [name, value] of this.values) if (value !== undefined) known.set(name, value);
    return known;
  }

  identity(): Identity {
    const parts: Known<string>[] = [];
    for (const [name, value] of this.values) parts.push(name, value);
    return identify(...parts);
  }
}
