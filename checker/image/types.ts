import type { FromInstruction, Instruction, Stage } from '../dockerfile/types.ts';
import type { Range } from '../types.ts';

/** A value, or undefined where it is not known. Not known is never the same as empty, zero or absent. */
export type Known<T> = T | undefined;

/**
 * Stands for some content without holding it: equal identities mean equal bytes in both of two builds that
 * are compared. The identity of written text is a function of the text; that of a command's output that is
 * not modelled is a function of the command, its environment and everything that it could read.
 */
export type Identity = string;

/** What a file holds. */
export type Content =
  | { is: 'text'; text: string }
  | { is: 'bytes'; bytes: Uint8Array }
  | { is: 'derived'; identity: Identity };

interface Owned {
  /** Numeric, undefined where not known. */
  uid: Known<number>;
  gid: Known<number>;
  /** Permission bits, `0o755`; undefined where not known. */
  mode: Known<number>;
}

export interface FileNode extends Owned {
  kind: 'file';
  /** Bytes. */
  size: Known<number>;
  content: Content;
  /** Of a program that is certainly linked dynamically: the path of the loader that the kernel starts first. */
  loader?: string;
}

export interface DirNode extends Owned {
  kind: 'dir';
  /** Children by name. Whether there may be others is for `FileTree.rest` to say. */
  entries: ReadonlyMap<string, TreeNode>;
}

export interface SymlinkNode extends Owned {
  kind: 'symlink';
  /** As written, relative or absolute. */
  target: string;
}

/** Something is there; what it is, is not known. */
export interface UnknownNode extends Owned {
  kind: 'unknown';
  identity: Identity;
}

export type TreeNode = FileNode | DirNode | SymlinkNode | UnknownNode;

/** What is at a path. `unknown` carries the identity of whatever may be there. */
export type Lookup =
  | { is: 'present'; node: TreeNode; path: string }
  | { is: 'absent'; path: string }
  | { is: 'unknown'; identity: Identity; path: string };

/** A file system at one moment of the build; it never changes once it is in a `StageState`. */
export interface FileTree {
  /** Looks up an absolute path; symbolic links on the way are followed, the last one unless `nofollow`. */
  lookup(path: string, nofollow?: 'nofollow'): Lookup;
  /**
   * Null when the entries of this directory are all there is; else the identity of what may stand beside them.
   * `dir` must be a node of this tree.
   */
  rest(dir: DirNode): Identity | null;
  /**
   * Content, mode and owner of what is at `path` and below, names relative to it (its own name not counted):
   * equal for equal output, whichever way it came to be. An absent path has one identity, an unknown one
   * that of everything that could have made it.
   */
  digest(path: string): Identity;
  /** The same of a node of this tree. */
  digestOf(node: TreeNode): Identity;
}

export interface UserAccount {
  uid: Known<number>;
  gid: Known<number>;
  home: Known<string>;
  /** Names of supplementary groups. */
  groups: readonly string[];
}

/** /etc/passwd and /etc/group of a stage. */
export interface Accounts {
  users: ReadonlyMap<string, UserAccount>;
  /** Group ids by name. */
  groups: ReadonlyMap<string, Known<number>>;
  /** Whether a name that is not listed is certainly not there. */
  complete: boolean;
  /** Names that some releases have and others not: never claimed to be missing. */
  doubtful: ReadonlySet<string>;
}

export type Presence = 'yes' | 'no' | 'unknown';

export type Distribution = 'debian' | 'ubuntu' | 'alpine' | 'scratch' | 'distroless' | 'busybox' | 'unknown';

/** A package that a step installed, or that the base image is known to have. */
export interface InstalledPackage {
  manager: PackageManager;
  name: string;
  /** As it was asked for: `1.2`, `>=1,<2`, `*` where nothing says which. */
  version: Known<string>;
  /** Bytes on disk, an estimate. */
  size: Known<number>;
}

export type PackageManager =
  | 'apt'
  | 'apk'
  | 'rpm'
  | 'pip'
  | 'npm'
  | 'gem'
  | 'composer'
  | 'go'
  | 'cargo'
  | 'maven';

export interface Packages {
  /** By `manager:name`. */
  installed: ReadonlyMap<string, InstalledPackage>;
  /** Managers of which some installed packages are not known by name (a requirements file that is not there). */
  incomplete: ReadonlySet<PackageManager>;
}

export interface PortSpec {
  port: number;
  protocol: 'tcp' | 'udp' | 'sctp';
  /** The word of EXPOSE, absent where the port comes from the base image. */
  range?: Range;
}

/** A command of the image's configuration: already expanded as far as Docker does, the shell of shell form in front. */
export interface ImageCommand {
  argv: readonly string[];
  form: 'exec' | 'shell';
  /** The instruction, null where it comes from the base image. */
  instruction: Instruction | null;
  /** Which stage wrote it, by index. */
  stage: number | null;
}

export interface Healthcheck {
  command: ImageCommand;
  /** Nanoseconds, 0 where the default applies. */
  interval: number;
  timeout: number;
  startPeriod: number;
  startInterval: number;
  retries: number;
}

/** What `docker inspect` would show under Config. */
export interface ImageConfig {
  /** In order. */
  env: ReadonlyMap<string, string>;
  /** Whether a variable that is not listed is certainly not set. */
  envComplete: boolean;
  /** Absolute; `/` where nothing set it. */
  workdir: Known<string>;
  /** As USER says it, expanded; empty where nothing set it (root). */
  user: Known<string>;
  /** The USER that set it, null where the base image did or nobody. */
  userFrom: { instruction: Instruction; stage: number } | null;
  ports: readonly PortSpec[];
  volumes: readonly string[];
  /** Null: none. */
  entrypoint: Known<ImageCommand | null>;
  cmd: Known<ImageCommand | null>;
  /** `none` is HEALTHCHECK NONE; null that nothing was said. */
  healthcheck: Known<Healthcheck | 'none' | null>;
  shell: readonly string[];
  stopSignal: Known<string>;
  labels: ReadonlyMap<string, string>;
}

/** Everything that is known of a stage between two instructions. */
export interface StageState {
  files: FileTree;
  accounts: Accounts;
  packages: Packages;
  distribution: Distribution;
  config: ImageConfig;
  /**
   * Whether a program can be called: by name along PATH, or by path.
   * A name that no table and no step says anything about is `unknown`.
   */
  hasCommand(name: string): Presence;
  /** Changes with every instruction that led here: what a command that reads the clock depends on. */
  history: Identity;
}

/** Bytes that a step adds to the image; undefined where nothing can be said. */
export interface LayerSize {
  bytes: Known<number>;
  /** Computed from known files; else at least partly guessed from what such a command usually adds. */
  exact: boolean;
  /** Something whose size is not known at all comes on top. */
  open: boolean;
  /** What the figure is made of, biggest first. */
  parts: readonly { what: string; bytes: number }[];
}

/** Why the build stops, or the container does not start, in the words of BuildKit or of the runtime. */
export interface Failure {
  message: string;
  range: Range;
  stage: number;
  /** What the program that failed prints. */
  output?: string;
  /** The kind, so that rules need not read the message. */
  kind:
    | 'missing-source'
    | 'unknown-user'
    | 'unknown-group'
    | 'missing-command'
    | 'command-failed'
    | 'no-shell'
    | 'invalid';
}

/** One program that a RUN called, as far as the shell's words are known. */
export interface RanCommand {
  /** Expanded; a word that is not known is undefined. */
  argv: readonly Known<string>[];
  range: Range;
  /** Whether it certainly runs. */
  certain: boolean;
  /** Working directory, undefined where not known. */
  cwd: Known<string>;
  user: Known<string>;
  /** The environment that it sees: of the image, of build arguments, and what stands in front of it. */
  variables: ReadonlyMap<string, Known<string>>;
  /** What the model made of it: all of it, its known part, or nothing. */
  modelled: 'whole' | 'part' | 'no';
  /** What the stage looked like when it started. */
  before: StageState;
}

export interface BuiltStep {
  instruction: Instruction;
  /** Of the stage this step belongs to. */
  stage: number;
  before: StageState;
  after: StageState;
  layer: LayerSize | null;
  /** In order; empty for anything but RUN. */
  ran: readonly RanCommand[];
  /** What COPY and ADD put where. */
  copied: readonly CopiedPath[];
  failure: Failure | null;
}

export interface CopiedPath {
  /** In the build context, or in the stage that COPY --from names; null for a URL or heredoc. */
  source: string | null;
  destination: string;
  node: TreeNode;
}

export type BaseOrigin =
  | { kind: 'stage'; stage: number }
  | { kind: 'scratch' }
  /** `facts` is null where nothing is known of the image. */
  | { kind: 'image'; reference: string; known: boolean; bytes: Known<number>; exact: boolean }
  | { kind: 'unknown' };

export interface BuiltStage {
  index: number;
  name: string | null;
  stage: Stage;
  from: FromInstruction;
  base: BaseOrigin;
  start: StageState;
  steps: readonly BuiltStep[];
  end: StageState;
  /** Indexes of stages that this one takes something from (FROM, COPY --from, mounts). */
  uses: readonly number[];
}

/** What `docker build` would do with a Dockerfile and its context. */
export interface Build {
  stages: readonly BuiltStage[];
  /** Index of the stage that becomes the image; -1 when the file has none. */
  target: number;
  /** The stages that BuildKit builds for the target, ascending. */
  needed: readonly number[];
  /** What `target` became; null when the file has no stage. */
  image: BuiltStage | null;
  /** The first certain failure of a stage that is needed. */
  failure: Failure | null;
  /** The build context after .dockerignore, as a tree rooted at `/`. */
  context: FileTree;
  /** Bytes of the whole image, its base included. */
  size: LayerSize;
}
