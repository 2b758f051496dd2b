import type { CommandLine, Dockerfile, Heredoc, Instruction, Word } from '../dockerfile/types.ts';
import { baseName, dialectOf, isPosixShell, shellInForce } from './dialect.ts';
import { parseShell } from './parse.ts';
import { fixedSource, joinLines, type ScriptSource } from './source.ts';
import type { Dialect, ShellScript, ShellWord } from './types.ts';

const scripts = new WeakMap<Instruction, ShellScript | null>();

/**
 * The script that an instruction runs: of RUN, CMD, ENTRYPOINT, HEALTHCHECK, and of what ONBUILD triggers.
 * Null for an instruction that runs nothing. Read once for each instruction.
 */
export function shellOf(dockerfile: Dockerfile, instruction: Instruction): ShellScript | null {
  let script = scripts.get(instruction);
  if (script === undefined) {
    script = read(dockerfile, instruction);
    scripts.set(instruction, script);
  }
  return script;
}

function read(dockerfile: Dockerfile, instruction: Instruction): ShellScript | null {
  switch (instruction.name) {
    case 'onbuild':
      return shellOf(dockerfile, instruction.trigger);
    case 'run':
    case 'cmd':
    case 'entrypoint':
    case 'healthcheck': {
      const { command } = instruction;
      if (command === null) return null;
      if (command.form === 'exec') return readExec(dockerfile, command.argv);
      const { dialect } = shellInForce(dockerfile, instruction);
      if (instruction.name === 'run' && instruction.heredocs.length > 0) {
        return readHeredocs(dialect, command, instruction.heredocs);
      }
      return readScript(dialect, command.script);
    }
    default:
      return null;
  }
}

function readScript(dialect: Dialect, source: ScriptSource): ShellScript {
  return dialect === 'sh' ? parseShell(source) : { dialect, commands: [], errors: [] };
}

/**
 * A RUN that is nothing but `<<EOF` runs the body, by the shell or by the interpreter that its first line names;
 * anything else is handed to the shell together with its heredocs.
 */
function readHeredocs(
  dialect: Dialect,
  command: Extract<CommandLine, { form: 'shell' }>,
  heredocs: readonly Heredoc[],
): ShellScript {
  const [first] = heredocs;
  if (first && /^\d*<<-?\s*(?:\w[^\s<>|&;]*|'[^']*'|"[^"]*")$/.test(command.script.text.trim())) {
    const shebang = /^#!\s*(.*)/.exec(first.content)?.[1];
    return readScript(shebang === undefined ? dialect : dialectOf(shebang.split(/\s+/)), first.body);
  }
  const script = readScript(
    dialect,
    joinLines([
      command.script,
      ...heredocs.flatMap((heredoc) => [heredoc.body, fixedSource(heredoc.name, heredoc.range)]),
    ]),
  );
  for (const heredoc of heredocs) appendFedScript(script, heredoc);
  return script;
}

/** `RUN bash <<EOF`: the body is a script of its own, read by the shell that it is fed to. */
function appendFedScript(script: ShellScript, heredoc: Heredoc): void {
  const reader = script.commands.find((command) =>
    command.redirects.some(
      ({ operator, target }) => operator.startsWith('<<') && target?.text === heredoc.name,
    ),
  );
  if (
    !reader?.name ||
    !isPosixShell(reader.name.text) ||
    reader.args.some((arg) => !arg.text.startsWith('-'))
  ) {
    return;
  }
  const base = Math.max(0, ...script.commands.map((command) => command.pipeline));
  const fed = parseShell(heredoc.body);
  script.errors.push(...fed.errors);
  for (const command of fed.commands) {
    script.commands.push({
      ...command,
      reached: reader.reached === 'always' ? command.reached : 'conditional',
      within: command.within === 'list' ? 'subshell' : command.within,
      pipeline: base + command.pipeline,
    });
  }
}

/** `["sh", "-c", "..."]` is read as the script that it runs; any other words are one command, taken as they are. */
function readExec(dockerfile: Dockerfile, argv: readonly Word[]): ShellScript {
  const [program, ...args] = argv;
  if (!program) return { dialect: 'exec', commands: [], errors: [] };
  if (isPosixShell(program.text)) {
    const option = args.findIndex((arg) => /^-[a-z]*c[a-z]*$/.test(arg.text));
    const script = option === -1 ? undefined : args[option + 1];
    if (script) return parseShell(jsonSource(dockerfile, script));
  }
  const name = execWord(program);
  const last = argv[argv.length - 1] ?? program;
  const { endLine, endColumn } = last.range;
  return {
    dialect: 'exec',
    commands: [
      {
        name: baseName(name.text) === '' ? null : name,
        args: args.map(execWord),
        assignments: [],
        redirects: [],
        after: null,
        reached: 'always',
        pipeline: 1,
        within: 'list',
        range: { ...program.range, endLine, endColumn },
      },
    ],
    errors: [],
  };
}

function execWord({ text, range }: Word): ShellWord {
  return { text, raw: text, literal: true, range };
}

/** The text of a JSON string, each character with its place in the file, escapes counted. */
function jsonSource({ text: file, lines }: Dockerfile, { text, range }: Word): ScriptSource {
  let at = lines.lineStart(range.startLine) + range.startColumn - 1;
  if (file[at] === '"') at++;
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    offsets.push(at);
    if (file[at] !== '\\') at++;
    else at += file[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(at);
  const end = lines.lineStart(range.endLine) + range.endColumn - 1;
  // A string that goes on over a line's continuation has characters that are not its own in between.
  if (at > end || range.startLine !== range.endLine) return fixedSource(text, range);
  const offset = (i: number) => offsets[i] ?? at;
  return { text, range: (from, to) => lines.range(offset(from), to > from ? offset(to) : offset(from)) };
}
