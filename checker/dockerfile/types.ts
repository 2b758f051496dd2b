import type { LineIndex, MappedText } from '../text.ts';
import type { Range } from '../types.ts';

/** A Dockerfile as BuildKit reads it. Every range is of the file as it was typed. */
export interface Dockerfile {
  /** Path of the file in its project. */
  path: string;
  /** The text as it was typed. */
  text: string;
  lines: LineIndex;
  /** The character that escapes and continues lines: `\`, or a backtick by directive. */
  escape: '\\' | '`';
  directives: Directive[];
  /** `# check=` with the build argument BUILDKIT_DOCKERFILE_CHECK applied over it. */
  check: CheckDirective;
  /** Every instruction in BuildKit's order. An instruction that BuildKit refuses carries `refusal`. */
  instructions: Instruction[];
  /** ARGs before the first FROM. */
  metaArgs: ArgInstruction[];
  stages: Stage[];
  /** Comment lines outside heredocs, in order. */
  comments: Comment[];
  /** Lines where a continued instruction went on after an empty line, as BuildKit counts them. */
  emptyContinuations: EmptyContinuation[];
  /** Why `docker build` would refuse the file, in BuildKit's words; the first reason that it meets. */
  refusal: Refusal | null;
}

export interface Refusal {
  /** BuildKit's own words, its `dockerfile parse error on line N:` included where it prints one. */
  message: string;
  /** What to do about it, in ours. */
  remedy?: string;
  range: Range;
  line: number;
  /** `syntax`: the text cannot be split into instructions; `instruction`: one is wrong in itself; `build`: they do not fit together. */
  phase: 'syntax' | 'instruction' | 'build';
}

export interface Directive {
  /** Lower case: `syntax`, `escape`, `check`. */
  name: string;
  value: string;
  range: Range;
}

export interface CheckDirective {
  skip: 'all' | readonly string[];
  experimental: 'all' | readonly string[];
  /** Violations fail the build. */
  error: boolean;
}

export interface Comment {
  /** Without the `#` and surrounding blanks. */
  text: string;
  line: number;
  range: Range;
}

export interface EmptyContinuation {
  /** The line that BuildKit names. */
  line: number;
  /** The empty lines themselves. */
  blanks: Range[];
}

/** One argument, not yet expanded: quotes and variables stand as they were typed unless it came from JSON. */
export interface Word {
  text: string;
  range: Range;
}

export interface Flag {
  /** Without the dashes. */
  name: string;
  /** Null where no `=` was given. */
  value: string | null;
  range: Range;
  valueRange: Range | null;
}

export interface Heredoc {
  /** Delimiter without quotes. */
  name: string;
  /** Whether variables expand in the body (the delimiter is unquoted). */
  expand: boolean;
  /** `<<-`: leading tabs are removed. */
  chomp: boolean;
  /** File descriptor before the `<<`; 0 when none was written. */
  fd: number;
  /** Body as it reaches the build, tabs removed where `<<-` says so. */
  content: string;
  body: MappedText;
  /** From the line after the instruction to the end of the delimiter line. */
  range: Range;
}

/**
 * `["a", "b"]` runs the words; anything else is a script for the shell of the stage, as it stands on the
 * line: what heredocs add to it is the business of `shell/`.
 */
export type CommandLine =
  | { form: 'exec'; argv: Word[]; range: Range }
  | { form: 'shell'; script: MappedText; range: Range };

interface Base<Name extends string> {
  /** Lower case. */
  name: Name;
  /** As it was typed. */
  keyword: Word;
  /** From the keyword to the last character, heredocs included. */
  range: Range;
  /** First and last line as BuildKit counts them. */
  startLine: number;
  endLine: number;
  /** The logical line: continuations joined, comments inside them gone. */
  line: MappedText;
  /** What follows the keyword and its flags. */
  rest: MappedText;
  flags: Flag[];
  heredocs: Heredoc[];
  /** Comment lines directly above, without `#`. */
  comments: string[];
  /** BuildKit's refusal of this one instruction, if it refuses it. */
  refusal: Refusal | null;
}

export interface FromInstruction extends Base<'from'> {
  image: Word;
  /** `AS`, as typed. */
  as: Word | null;
  stageName: Word | null;
  platform: Word | null;
}

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

export interface Mount {
  type: MountType;
  source: string | null;
  target: string | null;
  from: string | null;
  id: string | null;
  /** `env=` of a secret. */
  env: string | null;
  readOnly: boolean | null;
  required: boolean;
  sharing: 'shared' | 'private' | 'locked' | null;
  mode: number | null;
  uid: number | null;
  gid: number | null;
  /** In bytes, of a tmpfs. */
  size: number | null;
  range: Range;
}

export interface RunInstruction extends Base<'run'> {
  command: CommandLine;
  mounts: Mount[];
  network: 'default' | 'none' | 'host' | null;
  security: 'sandbox' | 'insecure' | null;
}
export interface CmdInstruction extends Base<'cmd'> {
  command: CommandLine;
}
export interface EntrypointInstruction extends Base<'entrypoint'> {
  command: CommandLine;
}
export interface HealthcheckInstruction extends Base<'healthcheck'> {
  /** Null for `HEALTHCHECK NONE`. */
  command: CommandLine | null;
  /** In nanoseconds as Go counts them, 0 where not given (the default then applies). */
  interval: number;
  timeout: number;
  startPeriod: number;
  startInterval: number;
  retries: number;
}

/** What COPY and ADD share. */
interface Transfer<Name extends 'copy' | 'add'> extends Base<Name> {
  /** Paths, URLs or repositories; heredoc sources stand in `inline`. */
  sources: Word[];
  /** Files written in the Dockerfile itself. */
  inline: Heredoc[];
  destination: Word;
  chown: Word | null;
  chmod: Word | null;
  link: boolean;
  excludes: Word[];
}
export interface CopyInstruction extends Transfer<'copy'> {
  from: Word | null;
  parents: boolean;
}
export interface AddInstruction extends Transfer<'add'> {
  checksum: Word | null;
  keepGitDir: boolean;
  unpack: boolean | null;
}

export interface KeyValue {
  key: Word;
  value: Word;
}
export interface EnvInstruction extends Base<'env'> {
  pairs: KeyValue[];
  /** `ENV key value`. */
  legacy: boolean;
}
export interface LabelInstruction extends Base<'label'> {
  pairs: KeyValue[];
  legacy: boolean;
}
export interface ArgInstruction extends Base<'arg'> {
  args: { key: Word; value: Word | null }[];
}
export interface ExposeInstruction extends Base<'expose'> {
  ports: Word[];
}
export interface UserInstruction extends Base<'user'> {
  user: Word;
}
export interface WorkdirInstruction extends Base<'workdir'> {
  path: Word;
}
export interface VolumeInstruction extends Base<'volume'> {
  paths: Word[];
}
export interface StopsignalInstruction extends Base<'stopsignal'> {
  signal: Word;
}
export interface ShellInstruction extends Base<'shell'> {
  argv: Word[];
}
export interface OnbuildInstruction extends Base<'onbuild'> {
  trigger: Instruction;
}
export interface MaintainerInstruction extends Base<'maintainer'> {
  maintainer: Word;
}
/** A keyword that BuildKit does not know, or an instruction whose arguments it refuses. */
export interface InvalidInstruction extends Base<'invalid'> {
  /** The keyword in lower case. */
  written: string;
  refusal: Refusal;
}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | CmdInstruction
  | EntrypointInstruction
  | HealthcheckInstruction
  | CopyInstruction
  | AddInstruction
  | EnvInstruction
  | LabelInstruction
  | ArgInstruction
  | ExposeInstruction
  | UserInstruction
  | WorkdirInstruction
  | VolumeInstruction
  | StopsignalInstruction
  | ShellInstruction
  | OnbuildInstruction
  | MaintainerInstruction
  | InvalidInstruction;

/** What a stage starts from. */
export type StageBase =
  | { kind: 'stage'; stage: number }
  | { kind: 'scratch' }
  /** `reference` is expanded with defaults and build arguments: `python:3.12-slim`. */
  | { kind: 'image'; reference: string }
  /** The name depends on an argument without a value. */
  | { kind: 'unknown' };

export interface Stage {
  index: number;
  /** Lower case, as BuildKit compares it; null when the stage has none. */
  name: string | null;
  from: FromInstruction;
  base: StageBase;
  /** After FROM, in order. */
  instructions: Exclude<Instruction, FromInstruction>[];
}
