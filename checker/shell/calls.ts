import type { Dockerfile, Instruction } from '../dockerfile/types.ts';
import { baseName } from './dialect.ts';
import { shellOf } from './instruction.ts';
import type { ShellCommand, ShellScript, ShellWord } from './types.ts';

/** One program that an instruction runs, seen through `sudo`, `env` and the like. */
export interface Call {
  /** RUN, CMD, ENTRYPOINT or HEALTHCHECK; of an ONBUILD its trigger. */
  instruction: Instruction;
  script: ShellScript;
  command: ShellCommand;
  /** Without its path: `apt-get` for `sudo /usr/bin/apt-get`. */
  program: string;
  /** The word that names the program. */
  word: ShellWord;
  /** What follows the program's name. */
  args: ShellWord[];
}

/** Programs that run the program named in their arguments: options of theirs that take a value, operands before it. */
const WRAPPERS: Readonly<Record<string, { valued: string; operands: number }>> = {
  sudo: { valued: 'CDRTUghprtu', operands: 0 },
  doas: { valued: 'Cu', operands: 0 },
  env: { valued: 'uCS', operands: 0 },
  exec: { valued: 'a', operands: 0 },
  command: { valued: '', operands: 0 },
  builtin: { valued: '', operands: 0 },
  nohup: { valued: '', operands: 0 },
  time: { valued: 'fo', operands: 0 },
  nice: { valued: 'n', operands: 0 },
  ionice: { valued: 'cnp', operands: 0 },
  timeout: { valued: 'ks', operands: 1 },
  eatmydata: { valued: '', operands: 0 },
  fakeroot: { valued: '', operands: 0 },
  gosu: { valued: '', operands: 1 },
  'su-exec': { valued: '', operands: 1 },
  tini: { valued: 'peg', operands: 0 },
  'dumb-init': { valued: '', operands: 0 },
};

/** The program that a command really runs, and what it is given. Null where its name is not written out. */
export function unwrap(command: ShellCommand): Pick<Call, 'program' | 'word' | 'args'> | null {
  let word = command.name;
  let args = command.args;
  while (word?.literal) {
    const program = baseName(word.text);
    const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
    const inner = wrapper ? wrappedAt(args, wrapper) : -1;
    if (inner === -1) return { program, word, args };
    word = args[inner] ?? null;
    args = args.slice(inner + 1);
  }
  return null;
}

/** Index of the wrapped program among a wrapper's arguments, -1 where there is none. */
function wrappedAt(
  args: readonly ShellWord[],
  { valued, operands }: { valued: string; operands: number },
): number {
  let skip = operands;
  for (let i = 0; i < args.length; i++) {
    const text = args[i]?.text ?? '';
    if (/^-[A-Za-z]+$/.test(text)) {
      if (valued.includes(text[text.length - 1] ?? '')) i++;
    } else if (!text.startsWith('-') && !/^[A-Za-z_]\w*=/.test(text) && skip-- <= 0) return i;
  }
  return -1;
}

interface Calls {
  all: Call[];
  byInstruction: Map<Instruction, Call[]>;
  byProgram: Map<string, Call[]>;
}

const calls = new WeakMap<Dockerfile, Calls>();

/** Every program that a Dockerfile runs whose name is written out, in source order. */
export function callsOf(dockerfile: Dockerfile): readonly Call[] {
  return collect(dockerfile).all;
}

/** The programs that one instruction runs, in order. */
export function callsIn(dockerfile: Dockerfile, instruction: Instruction): readonly Call[] {
  return collect(dockerfile).byInstruction.get(instruction) ?? [];
}

/** The calls of some programs in RUN (ONBUILD RUN, too), in source order: what happens while the image is built. */
export function* runCalls(dockerfile: Dockerfile, ...programs: readonly string[]): Generator<Call> {
  const { all, byProgram } = collect(dockerfile);
  const some = programs.length === 1 ? byProgram.get(programs[0] ?? '') : all;
  const wanted = new Set(programs);
  if (programs.length > 1 && !programs.some((program) => byProgram.has(program))) return;
  for (const call of some ?? []) {
    if (call.instruction.name === 'run' && wanted.has(call.program)) yield call;
  }
}

function collect(dockerfile: Dockerfile): Calls {
  let found = calls.get(dockerfile);
  if (!found) {
    found = { all: [], byInstruction: new Map(), byProgram: new Map() };
    for (const outer of dockerfile.instructions) {
      const instruction = outer.name === 'onbuild' ? outer.trigger : outer;
      const script = shellOf(dockerfile, instruction);
      for (const command of script?.commands ?? []) {
        const unwrapped = unwrap(command);
        if (!unwrapped || !script) continue;
        const call = { instruction, script, command, ...unwrapped };
        found.all.push(call);
        add(found.byInstruction, instruction, call);
        add(found.byProgram, call.program, call);
      }
    }
    calls.set(dockerfile, found);
  }
  return found;
}

function add<Key>(map: Map<Key, Call[]>, key: Key, call: Call): void {
  const same = map.get(key);
  if (same) same.push(call);
  else map.set(key, [call]);
}
