import type { Dockerfile, RunInstruction } from '../dockerfile/types.ts';
import { shellOf } from '../shell/instruction.ts';
import { parseShell } from '../shell/parse.ts';
import type { ShellCommand, ShellWord } from '../shell/types.ts';
import type { DeclaredOutcome, Range } from '../types.ts';
import { writeOutput } from './commands/files.ts';
import { modelOf, SHELL_BUILTINS } from './commands/registry.ts';
import { Machine } from './machine.ts';
import { type Secrets, secretId } from './mounts.ts';
import { resolvePath } from './paths.ts';
import type { State } from './state.ts';
import type { Failure, Known, RanCommand } from './types.ts';
import { shellWords } from './words.ts';

export interface RunResult {
  state: State;
  ran: RanCommand[];
  failure: Omit<Failure, 'stage'> | null;
}

export interface RunOptions {
  dockerfile: Dockerfile;
  instruction: RunInstruction;
  /** ENV and ARG as RUN sees them, in order. */
  environment: ReadonlyMap<string, string>;
  outcomes: readonly DeclaredOutcome[];
  /** What the build is given for secret mounts that set a variable; those that are missing here are not known. */
  secrets: Secrets;
}

/** Carries out a RUN on a stage: every command of its script that a model knows, and says of the rest that it is not known. */
export function runScript(
  state: State,
  { dockerfile, instruction, environment, outcomes, secrets }: RunOptions,
): RunResult {
  const machine = new Machine(state, environment, state.config.user, instruction.network !== 'none');
  for (const mount of instruction.mounts)
    if (mount.type === 'secret' && mount.env !== null)
      machine.variables.set(mount.env, secrets[secretId(mount)]);
  const script = shellOf(dockerfile, instruction);
  const { command } = instruction;
  if (command.form === 'shell') {
    const shell = state.config.shell[0] ?? '/bin/sh';
    if (state.hasCommand(shell) === 'no') {
      const message = `process ${JSON.stringify([...state.config.shell, command.script.text].join(' '))} did not complete successfully: exec: ${JSON.stringify(shell)}: stat ${shell}: no such file or directory`;
      return { state, ran: [], failure: { message, range: instruction.range, kind: 'no-shell' } };
    }
  }
  const tooLong = script !== null && script.commands.length > MOST_COMMANDS;
  if (
    !script ||
    tooLong ||
    script.dialect === 'powershell' ||
    script.dialect === 'cmd' ||
    script.dialect === 'other'
  ) {
    machine.unmodelled([instruction.rest.text], 'all');
    return { state: machine.result(), ran: [], failure: null };
  }
  const runner = new Runner(machine, script.commands, outcomes, instruction, script.dialect === 'exec');
  runner.run();
  const wholeLine =
    command.form === 'exec'
      ? command.argv.map((word) => word.text).join(' ')
      : [...state.config.shell, command.script.text].join(' ');
  const failure = runner.failure && {
    message:
      runner.failure.kind === 'missing-command' && command.form === 'exec'
        ? `process "${wholeLine}" did not complete successfully: exec: "${runner.failure.program}": executable file not found in $PATH`
        : `process "${wholeLine}" did not complete successfully: exit code: ${runner.failure.exitCode}`,
    range: runner.failure.range,
    kind: runner.failure.kind,
    output: runner.failure.output,
  };
  return { state: machine.result(), ran: runner.ran, failure };
}

/** No one writes so many by hand; what a longer script does is not followed. */
const MOST_COMMANDS = 300;

interface RunnerFailure {
  program: string;
  output: string;
  exitCode: number;
  range: Range;
  kind: 'missing-command' | 'command-failed';
}

class Runner {
  readonly ran: RanCommand[] = [];
  failure: RunnerFailure | null = null;
  private errexit: boolean;
  private pipeOutput: Known<string>;
  private savedCwd: Known<string>;
  private inSubshell = false;
  /** Whether a command has set variables from what it read. */
  private reads = false;

  constructor(
    private readonly machine: Machine,
    private readonly commands: readonly ShellCommand[],
    private readonly outcomes: readonly DeclaredOutcome[],
    private readonly instruction: RunInstruction,
    private readonly exec: boolean,
    /** How many scripts this one stands in. */
    private readonly depth = 0,
  ) {
    this.errexit = machine.state.config.shell.some((word) => /^-[a-z]*e/.test(word));
  }

  run(): void {
    for (const [index, command] of this.commands.entries()) {
      if (this.failure) return;
      this.enter(command);
      this.machine.variables.open = this.reads || command.within === 'loop';
      this.reads ||= /^(read|mapfile|readarray|getopts)$/.test(command.name?.text ?? '');
      if (command.within === 'function') continue;
      const certain =
        command.reached === 'always' &&
        command.within !== 'if' &&
        command.within !== 'loop' &&
        command.within !== 'case' &&
        command.within !== 'substitution' &&
        !this.isPassedOver(index);
      if (certain) this.carryOut(this.machine, command, index, true);
      else this.mayCarryOut(command, index);
      if (this.machine.failure && !this.failure) this.settleFailure(command, index);
    }
  }

  /** Whether the script goes on without this command when one before it fails: `test -f x && it || true`. */
  private isPassedOver(index: number): boolean {
    if (this.commands[index]?.after !== '&&') return false;
    let at = index + 1;
    while (this.commands[at]?.after === '&&' || this.commands[at]?.after === '|') at++;
    if (this.commands[at]?.after !== '||') return false;
    for (; this.commands[at]?.reached === 'conditional'; at++)
      if (/^(exit|false|return)$/.test(this.commands[at]?.name?.text ?? '')) return false;
    return true;
  }

  /** `( cd x && ... )` leaves the directory with the parenthesis. */
  private enter(command: ShellCommand): void {
    const inside = command.within === 'subshell';
    if (inside && !this.inSubshell) this.savedCwd = this.machine.cwd;
    if (!inside && this.inSubshell) this.machine.cwd = this.savedCwd;
    this.inSubshell = inside;
  }

  private mayCarryOut(command: ShellCommand, index: number): void {
    const branch = this.machine.branch();
    this.carryOut(branch, command, index, false);
    if (branch.failure) return;
    this.machine.mayHaveBecome(branch, [command.name?.text, ...command.args.map((arg) => arg.text)]);
  }

  private words(machine: Machine, word: ShellWord): Known<string>[] {
    return this.exec ? [word.text] : shellWords(word, machine.variables);
  }

  private carryOut(machine: Machine, command: ShellCommand, index: number, certain: boolean): void {
    const before = machine.snapshot();
    for (const { name, value } of command.assignments) {
      const words = value === null ? [''] : this.words(machine, value);
      const joined =
        words.length <= 1
          ? words.length === 0
            ? ''
            : words[0]
          : words.includes(undefined)
            ? undefined
            : words.join(' ');
      // `A=1 program` sets it for that program only.
      if (command.name === null) machine.variables.set(name, joined);
    }
    if (command.name === null) {
      this.redirect(machine, command, command.compound ? undefined : '', []);
      return;
    }
    const argv = [
      ...this.words(machine, command.name),
      ...command.args.flatMap((arg) => this.words(machine, arg)),
    ];
    const piped = command.after === '|' ? this.pipeOutput : this.inputOf(machine, command);
    const snapshot = command.assignments.length > 0 ? this.withAssignments(machine, command) : null;
    const variables = new Map(machine.variables.entries());
    const { modelled, output } = this.call(
      machine,
      argv,
      piped,
      command,
      certain,
      before.hasCommand.bind(before),
    );
    if (snapshot) machine.variables.take(snapshot);
    this.redirect(machine, command, output, argv);
    const next = this.commands[index + 1];
    this.pipeOutput = next?.after === '|' && command.redirects.length === 0 ? output : undefined;
    this.ran.push({
      argv,
      range: command.range,
      certain,
      cwd: machine.cwd,
      user: machine.user,
      variables,
      modelled,
      before,
    });
  }

  private withAssignments(machine: Machine, command: ShellCommand) {
    const copy = machine.branch().variables;
    for (const { name, value } of command.assignments) {
      const words = value === null ? [''] : this.words(machine, value);
      machine.variables.set(name, words.length === 1 ? words[0] : words.length === 0 ? '' : undefined);
    }
    return copy;
  }

  /** What a here-document or `<` gives. */
  private inputOf(machine: Machine, command: ShellCommand): Known<string> {
    for (const { operator, target } of command.redirects) {
      if (operator.startsWith('<<') && operator !== '<<<' && target) {
        const heredoc = this.instruction.heredocs.find((entry) => entry.name === target.text);
        // The shell replaces variables in the body, which only matters where there are some.
        if (heredoc && (!heredoc.expand || !/[$`\\]/.test(heredoc.content))) return heredoc.content;
        return undefined;
      }
      if (operator === '<' && target) {
        const path = machine.path(this.words(machine, target)[0]);
        const found = path === undefined ? null : machine.files.lookup(path);
        if (found?.is === 'present' && found.node.kind === 'file' && found.node.content.is === 'text')
          return found.node.content.text;
        return undefined;
      }
    }
    return undefined;
  }

  private redirect(
    machine: Machine,
    command: ShellCommand,
    output: Known<string>,
    argv: readonly Known<string>[],
  ): void {
    for (const { operator, target, fd } of command.redirects) {
      if (!/^(&?>>?|>\||>&)$/.test(operator) || !target) continue;
      if (operator === '>&' && /^\d|^-$/.test(target.text)) continue;
      const words = this.words(machine, target);
      const path = words.length === 1 ? machine.path(words[0]) : undefined;
      if (path === undefined) {
        machine.files.haze(machine.identity([...argv, operator, target.raw]));
        continue;
      }
      const text = fd !== null && fd !== 1 ? undefined : output;
      writeOutput(machine, path, text, operator.includes('>>'), [...argv, operator]);
    }
  }

  private call(
    machine: Machine,
    argv: readonly Known<string>[],
    input: Known<string>,
    command: ShellCommand,
    certain: boolean,
    had: (name: string) => 'yes' | 'no' | 'unknown',
  ): { modelled: RanCommand['modelled']; output: Known<string> } {
    const [called, ...args] = argv;
    if (called === undefined) {
      machine.unmodelled(argv, 'all');
      return { modelled: 'no', output: undefined };
    }
    const program = called.slice(called.lastIndexOf('/') + 1);
    const wrapped = this.unwrap(machine, program, args);
    if (wrapped === 'done') return { modelled: 'whole', output: '' };
    if (!(SHELL_BUILTINS.has(called) && !this.exec) && had(called) === 'no' && !machine.failure) {
      if (certain) this.missing = { program: called, range: command.name?.range ?? command.range };
      machine.fail(`/bin/sh: 1: ${called}: not found`, 127);
      return { modelled: 'whole', output: '' };
    }
    if (wrapped !== null) return this.call(machine, wrapped, input, command, certain, had);
    if (machine.state.base !== null && this.byShell(machine, program, args, argv, certain))
      return { modelled: 'part', output: undefined };
    const own = this.scriptAt(machine, called);
    if (own !== null && !this.outcomes.some((entry) => matches(entry.command, argv))) {
      this.follow(machine, own, argv, certain);
      return { modelled: 'part', output: undefined };
    }
    const model = modelOf(program);
    let modelled: RanCommand['modelled'] = 'no';
    let output: Known<string>;
    const outcome = this.outcomes.find((entry) => matches(entry.command, argv));
    if (outcome) {
      this.declared(machine, outcome, argv);
      if (!machine.failure && model && program !== 'npm' && program !== 'yarn' && program !== 'pnpm')
        model({ program, called, args, machine, input, outcomes: this.outcomes });
      return { modelled: 'whole', output: undefined };
    }
    if (model) {
      const result = model({ program, called, args, machine, input, outcomes: this.outcomes });
      modelled = result.modelled;
      output = result.output;
    } else machine.unmodelled(argv, 'all');
    return { modelled, output };
  }

  private missing: { program: string; range: Range } | null = null;

  /** Builtins that change the script's own state, and programs that run another one. */
  private unwrap(
    machine: Machine,
    program: string,
    args: readonly Known<string>[],
  ): readonly Known<string>[] | 'done' | null {
    switch (program) {
      case 'cd': {
        const target = args.find((arg) => arg === undefined || !arg.startsWith('-') || arg === '-');
        const path =
          args.length === 0
            ? machine.variables.get('HOME')
            : target === '-'
              ? undefined
              : machine.path(target);
        if (path !== undefined && machine.files.lookup(path).is === 'absent')
          machine.fail(`/bin/sh: 1: cd: can't cd to ${target}`, 2);
        machine.cwd = path;
        return 'done';
      }
      case 'exit': {
        const [code] = args;
        if (code !== undefined && /^[1-9]\d*$/.test(code)) machine.fail(`exit ${code}`, Number(code));
        return 'done';
      }
      case 'export':
      case 'readonly':
        for (const arg of args) {
          if (arg === undefined) continue;
          const equals = arg.indexOf('=');
          if (equals > 0) machine.variables.set(arg.slice(0, equals), arg.slice(equals + 1));
        }
        return 'done';
      case 'unset':
        for (const arg of args) if (arg !== undefined) machine.variables.unset(arg);
        return 'done';
      case 'set':
        if (args.some((arg) => arg !== undefined && /^-[a-z]*e/.test(arg)) || args.includes('errexit'))
          this.errexit = true;
        return 'done';
      case 'umask': {
        const mask = args[0];
        if (mask !== undefined && /^[0-7]{3,4}$/.test(mask)) machine.umask = Number.parseInt(mask, 8);
        return 'done';
      }
      case 'source':
      case '.': {
        this.activate(machine, args[0]);
        return 'done';
      }
      case 'exec':
      case 'command':
      case 'nohup':
      case 'time':
        return program === 'command' && args[0]?.startsWith('-') ? null : withoutOptions(args);
      case 'env': {
        const rest = [...args];
        while (rest[0] !== undefined && /^\w+=/.test(rest[0])) rest.shift();
        return rest.length > 0 && rest[0]?.startsWith('-') !== true ? rest : null;
      }
      case 'sudo':
        return withoutOptions(args);
      case 'nice':
        // Its option takes a value of its own: -n 5, -5, --adjustment=5.
        return withoutOptions(args[0] === '-n' ? args.slice(2) : args);
      case 'timeout':
        // The first operand is the time.
        return withoutOptions(args)?.slice(1) ?? null;
      default:
        return null;
    }
  }

  /** `. /opt/venv/bin/activate` puts that environment first on PATH. */
  private activate(machine: Machine, file: Known<string>): void {
    const path = machine.path(file);
    if (path?.endsWith('/bin/activate')) {
      const venv = resolvePath(path, '../..');
      const current = machine.variables.get('PATH');
      machine.variables.set('VIRTUAL_ENV', venv);
      machine.variables.set('PATH', current === undefined ? undefined : `${venv}/bin:${current}`);
    } else machine.unmodelled(['.', file], 'all');
  }

  /** `sh -c '...'` and `sh script`. */
  private byShell(
    machine: Machine,
    program: string,
    args: readonly Known<string>[],
    argv: readonly Known<string>[],
    certain: boolean,
  ): boolean {
    if (!SHELLS.has(program)) return false;
    if (args.length === 0 || args[0] === '--version') return args.length > 0;
    const inline = args.findIndex((arg) => arg !== undefined && /^-[a-z]*c$/.test(arg));
    if (inline !== -1) {
      this.follow(machine, args[inline + 1] ?? null, argv, certain);
      return true;
    }
    const script = args.find((arg) => arg !== undefined && !arg.startsWith('-'));
    const path = machine.path(script);
    if (path !== undefined && machine.files.lookup(path).is === 'absent') {
      machine.fail(`${program}: 0: cannot open ${script}: No such file`, 127);
      return true;
    }
    this.follow(machine, textAt(machine, path), argv, certain);
    return true;
  }

  /** The text of a shell script that is called by its path, as far as it is known. */
  private scriptAt(machine: Machine, called: string): string | null {
    if (!called.includes('/')) return null;
    const text = textAt(machine, machine.path(called));
    return text !== null && /^#!\s*\S*\/(?:env\s+)?(?:sh|bash|ash|dash)\b/.test(text) ? text : null;
  }

  /**
   * Carries out a script inside the script. What its commands do is taken over; where they seem to fail, or it
   * cannot be read, it is not known what it does.
   */
  private follow(
    machine: Machine,
    text: string | null,
    argv: readonly Known<string>[],
    certain: boolean,
  ): void {
    const script = text === null || this.depth >= DEEPEST ? null : readInner(text, this.instruction.range);
    if (!script) {
      machine.unmodelled(argv, 'all');
      return;
    }
    const { cwd, umask } = machine;
    const variables = machine.branch().variables;
    const instruction = { ...this.instruction, heredocs: [] };
    const inner = new Runner(machine, script, this.outcomes, instruction, false, this.depth + 1);
    inner.run();
    Object.assign(machine, { cwd, umask, failure: null });
    machine.variables.take(variables);
    if (inner.failure) machine.unmodelled(argv, 'all');
    else this.ran.push(...inner.ran.map((each) => ({ ...each, certain: certain && each.certain })));
  }

  /** What the project says that its own command needs and leaves behind. */
  private declared(machine: Machine, outcome: DeclaredOutcome, argv: readonly Known<string>[]): void {
    for (const need of outcome.needs ?? []) {
      const path = machine.path(need);
      if (path !== undefined && machine.files.lookup(path).is === 'absent') {
        machine.fail(`${outcome.command}: ${need}: No such file or directory`);
        return;
      }
    }
    const identity = machine.identity(argv);
    for (const made of outcome.creates) {
      const path = machine.path(made.path);
      if (path === undefined) continue;
      if (machine.denied(path, `EACCES: permission denied, open '${path}'`)) return;
      if (made.kind === 'dir') machine.mkdir(path);
      else if (made.content !== undefined)
        machine.writeFile(path, { is: 'text', text: made.content }, undefined, made.mode ?? 0o666);
      else
        machine.writeFile(
          path,
          { is: 'derived', identity: `${identity}/${made.path}` },
          made.size,
          made.mode ?? 0o666,
        );
      if (made.mode !== undefined) machine.files.change(path, () => ({ mode: made.mode }), false);
    }
  }

  /** Whether a failed command ends the script, and so the build. */
  private settleFailure(command: ShellCommand, index: number): void {
    const { failure } = this.machine;
    if (!failure) return;
    if (!this.isFatal(command, index)) {
      this.machine.failure = null;
      this.missing = null;
      return;
    }
    this.failure = {
      program: this.missing?.program ?? command.name?.text ?? '',
      output: failure.message,
      exitCode: failure.exitCode,
      range: this.missing?.range ?? command.range,
      kind: this.missing ? 'missing-command' : 'command-failed',
    };
  }

  private isFatal(command: ShellCommand, index: number): boolean {
    // `exit` ends the script whatever stands behind it.
    if (command.name?.text === 'exit') return command.within === 'list';
    let at = index;
    // In a pipeline only the last command counts.
    if (this.commands[at + 1]?.after === '|') return false;
    for (at += 1; at < this.commands.length; at++) {
      const next = this.commands[at] as ShellCommand;
      if (next.within === 'substitution') return false;
      if (next.after === '||') return false;
      if (next.after === '&') return false;
      if (next.after === '&&' || next.after === '|') continue;
      // Within a group the end of a list is not marked, so that only the plain case is certain.
      if (next.within !== command.within || command.within !== 'list') return false;
      return this.errexit;
    }
    return command.within === 'list' || command.within === 'subshell';
  }
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);
/** Scripts that call scripts are followed so far. */
const DEEPEST = 3;

function textAt(machine: Machine, path: Known<string>): string | null {
  const found = path === undefined ? null : machine.files.lookup(path);
  if (found?.is !== 'present' || found.node.kind !== 'file') return null;
  return found.node.content.is === 'text' ? found.node.content.text : null;
}

/** The commands of a script, all at one place; null for one that cannot be followed: its functions are not. */
function readInner(text: string, range: Range): ShellCommand[] | null {
  const { commands, errors } = parseShell({ text, range: () => range });
  const follows = errors.length === 0 && commands.length <= MOST_COMMANDS;
  return follows && commands.every(({ within }) => within !== 'function') ? commands : null;
}

function withoutOptions(args: readonly Known<string>[]): readonly Known<string>[] | null {
  const at = args.findIndex((arg) => arg === undefined || !arg.startsWith('-'));
  return at === -1 ? null : args.slice(at);
}

function matches(command: string, argv: readonly Known<string>[]): boolean {
  const words = command.split(/\s+/);
  return words.every((word, index) => argv[index] === word);
}
