/** Something that a learner can do, by button, key or name. */
export interface Command {
  id: string;
  /** As the palette calls it: "Show a hint". */
  title: string;
  /** Keys that do it, `Alt+Shift+H`; those of the editor work only in the editor. */
  keys?: string;
  /** Where the keys work: in the whole workspace, or in the editor, which takes care of them itself. */
  where?: 'workspace' | 'editor';
  run: () => void;
}

/** The commands whose titles hold every word that was typed, those that begin with it first. */
export function matchingCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  const begins = ({ title }: Command) => title.toLowerCase().startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}

/** The parts of a `KeyboardEvent` that name what was pressed. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/**
 * Whether keys as a command names them were pressed. Letters go by their place on the keyboard when Alt is held,
 * because Alt makes other characters of them on a Mac. `Mod` is Ctrl, or Cmd on a Mac.
 */
export function isPressed(keys: string, press: Press): boolean {
  const parts = keys.split('+');
  const key = parts.pop() as string;
  const wants = (modifier: string) => parts.includes(modifier);
  const mod = wants('Mod') ? press.ctrlKey !== press.metaKey : !press.ctrlKey && !press.metaKey;
  // The character `?` needs Shift on some keyboards and not on others.
  const shift = key === '?' || press.shiftKey === wants('Shift');
  if (!mod || !shift || press.altKey !== wants('Alt')) return false;
  return /^[A-Z]$/.test(key) ? press.code === `Key${key}` : press.key === key;
}

/** Keys as they stand on the reader's keyboard. */
export function spokenKeys(keys: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = isMac ? { Mod: 'Cmd', Alt: 'Option' } : { Mod: 'Ctrl' };
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' + ');
}
