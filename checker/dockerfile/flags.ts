import { RefusalError } from './refusal.ts';
import { didYouMean } from './suggest.ts';
import type { Flag, Word } from './types.ts';

export type FlagKind = 'string' | 'boolean' | 'list';

/** The flags that each instruction takes. https://docs.docker.com/reference/dockerfile/ */
export const INSTRUCTION_FLAGS = {
  from: { platform: 'string' },
  run: { device: 'list', mount: 'list', network: 'string', security: 'string' },
  copy: {
    chown: 'string',
    from: 'string',
    chmod: 'string',
    link: 'boolean',
    exclude: 'list',
    parents: 'boolean',
  },
  add: {
    chown: 'string',
    chmod: 'string',
    link: 'boolean',
    'keep-git-dir': 'boolean',
    checksum: 'string',
    unpack: 'boolean',
    exclude: 'list',
  },
  healthcheck: {
    interval: 'string',
    timeout: 'string',
    'start-period': 'string',
    'start-interval': 'string',
    retries: 'string',
  },
} as const satisfies Record<string, Record<string, FlagKind>>;

/** Flags by name, checked against what the instruction takes. */
export class FlagValues {
  private readonly byName = new Map<string, Flag[]>();

  /** @throws RefusalError for an unknown, repeated or empty flag. */
  constructor(flags: readonly Flag[], kinds: Readonly<Record<string, FlagKind>>) {
    for (const flag of flags) {
      const written = `--${flag.name}`;
      const kind = Object.hasOwn(kinds, flag.name) ? kinds[flag.name] : undefined;
      if (kind === undefined) {
        const known = Object.keys(kinds);
        throw new RefusalError(
          `unknown flag: ${written}${didYouMean(flag.name, known)}`,
          known.length === 0
            ? 'This instruction takes no flags.'
            : `Flags here are ${known.map((name) => `--${name}`).join(', ')}.`,
        );
      }
      const given = this.byName.get(flag.name);
      if (given && kind !== 'list')
        throw new RefusalError(`duplicate flag specified: ${written}`, 'Keep one of them.');
      if (kind === 'boolean') {
        if (flag.value === '') throw new RefusalError(`missing a value on flag: ${written}`);
        if (flag.value !== null && !/^(true|false)$/i.test(flag.value)) {
          throw new RefusalError(`expecting boolean value for flag ${written}, not: ${flag.value}`);
        }
      } else if (flag.value === null) {
        throw new RefusalError(
          `missing a value on flag: ${written}`,
          `Write it as ${written}=value, without blanks.`,
        );
      }
      if (given) given.push(flag);
      else this.byName.set(flag.name, [flag]);
    }
  }

  /** The value of a string flag, null when it was not given. */
  word(name: string): Word | null {
    const flag = this.byName.get(name)?.[0];
    return flag ? toWord(flag) : null;
  }

  words(name: string): Word[] {
    return (this.byName.get(name) ?? []).map(toWord);
  }

  /** The value of a boolean flag, null when it was not given. */
  boolean(name: string): boolean | null {
    const flag = this.byName.get(name)?.[0];
    return flag ? flag.value?.toLowerCase() !== 'false' : null;
  }
}

function toWord(flag: Flag): Word {
  return { text: flag.value ?? '', range: flag.valueRange ?? flag.range };
}
