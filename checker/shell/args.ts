import type { ShellWord } from './types.ts';

/**
 * Whether one of the options stands among the arguments: `y` matches `-y` and the bundle `-qy`, a longer name
 * `--yes` and `--yes=...`. What follows `--` is no option.
 */
export function hasFlag(args: readonly ShellWord[], ...names: readonly string[]): boolean {
  return findFlag(args, ...names) !== undefined;
}

/** The first argument that holds one of the options; see `hasFlag`. */
export function findFlag(args: readonly ShellWord[], ...names: readonly string[]): ShellWord | undefined {
  for (const arg of args) {
    const { text } = arg;
    if (text === '--') return undefined;
    if (text.length < 2 || text[0] !== '-') continue;
    if (text[1] === '-') {
      const equals = text.indexOf('=');
      if (names.includes(text.slice(2, equals === -1 ? undefined : equals))) return arg;
    } else {
      for (const name of names) if (name.length === 1 && text.includes(name, 1)) return arg;
    }
  }
  return undefined;
}

/** The value of an option: `--from=x`, `--from x`, `-f x` or `-fx`; null where it is not given or has none. */
export function flagValue(args: readonly ShellWord[], ...names: readonly string[]): string | null {
  for (let i = 0; i < args.length; i++) {
    const text = args[i]?.text ?? '';
    if (text === '--') return null;
    for (const name of names) {
      const flag = name.length === 1 ? `-${name}` : `--${name}`;
      if (text === flag) return args[i + 1]?.text ?? null;
      if (name.length === 1 ? text.startsWith(flag) : text.startsWith(`${flag}=`)) {
        return text.slice(flag.length).replace(/^=/, '');
      }
    }
  }
  return null;
}

/**
 * The arguments that are neither options nor the values of the options named (long or short, without dashes).
 * All that follows `--` counts.
 */
export function operands(args: readonly ShellWord[], valued: readonly string[] = []): ShellWord[] {
  const found: ShellWord[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as ShellWord;
    const { text } = arg;
    if (text === '--') return [...found, ...args.slice(i + 1)];
    if (text.length > 1 && text[0] === '-') {
      if (takesNext(text, valued)) i++;
    } else found.push(arg);
  }
  return found;
}

/** Whether an option's value is the next word: not where it is attached, as in `--to=x` and `-ox`. */
function takesNext(text: string, valued: readonly string[]): boolean {
  if (text[1] === '-') return valued.includes(text.slice(2));
  const last = text[text.length - 1] ?? '';
  return valued.includes(last) && (text.length === 2 || !valued.includes(text[1] ?? ''));
}

/** Whether options may hide in a variable: `$APT_OPTS` is not a package. */
export function mayHoldFlags(args: readonly ShellWord[]): boolean {
  return args.some(({ literal, text }) => !literal && /^\$.*(?:opt|flag|arg)/i.test(text));
}
