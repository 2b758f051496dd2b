import type { DeclaredOutcome } from '../../types.ts';
import type { Machine } from '../machine.ts';
import type { Known } from '../types.ts';

/** One call of a program, its words as the shell hands them over. */
export interface ProgramCall {
  /** Without directory. */
  program: string;
  /** As it was called: `/opt/venv/bin/pip`. */
  called: string;
  args: readonly Known<string>[];
  machine: Machine;
  /** What the command reads from a pipe or here-document, where that is known. */
  input: Known<string>;
  outcomes: readonly DeclaredOutcome[];
}

/** What a model makes of a call. `text` is what it prints, where that is known and of use. */
export interface ModelResult {
  modelled: 'whole' | 'part' | 'no';
  output?: string;
}

/** Carries out what one family of programs does. A certain failure is told to the machine. */
export type ProgramModel = (call: ProgramCall) => ModelResult;

export const WHOLE: ModelResult = { modelled: 'whole' };
export const PART: ModelResult = { modelled: 'part' };
export const NO: ModelResult = { modelled: 'no' };

/** Options and operands of a call, read the way getopt does. */
export interface Parsed {
  /** Short and long names without dashes; the value where it takes one, else ``. */
  options: Map<string, Known<string>>;
  /** In order, with undefined where an argument is not known. */
  operands: Known<string>[];
  /** An argument that is not known may have been an option. */
  unsure: boolean;
}

/**
 * @param valued - options that take a value, blank-separated: `-o --output`. A list ends at `--`.
 * @param stopAtOperand - for programs that run others (`env`, `exec`, `sudo`).
 */
export function parseArgs(args: readonly Known<string>[], valued = '', stopAtOperand = false): Parsed {
  const takesValue = new Set(valued.split(' '));
  const options = new Map<string, Known<string>>();
  const operands: Known<string>[] = [];
  let unsure = false;
  let ended = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (ended || arg === undefined || !arg.startsWith('-') || arg === '-') {
      if (arg === undefined) unsure = true;
      operands.push(arg);
      if (stopAtOperand) ended = true;
    } else if (arg === '--') ended = true;
    else if (arg.startsWith('--')) {
      const equals = arg.indexOf('=');
      const name = equals === -1 ? arg.slice(2) : arg.slice(2, equals);
      if (equals !== -1) options.set(name, arg.slice(equals + 1));
      else if (takesValue.has(arg)) options.set(name, args[++at]);
      else options.set(name, '');
    } else {
      for (let letter = 1; letter < arg.length; letter++) {
        const name = arg[letter] as string;
        if (!takesValue.has(`-${name}`)) {
          options.set(name, '');
          continue;
        }
        const joined = arg.slice(letter + 1);
        options.set(name, joined === '' ? args[++at] : joined.replace(/^=/, ''));
        break;
      }
    }
  }
  return { options, operands, unsure };
}

/** Whether any of these options was given. */
export function given(parsed: Parsed, ...names: readonly string[]): boolean {
  return names.some((name) => parsed.options.has(name));
}

/** The value of the first of these options that was given; null when none was. */
export function valueOf(parsed: Parsed, ...names: readonly string[]): Known<string> | null {
  for (const name of names) if (parsed.options.has(name)) return parsed.options.get(name);
  return null;
}
