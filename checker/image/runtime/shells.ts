import type { Distribution, Known } from '../types.ts';

/**
 * Whether a shell that is called with `-c` replaces itself with the last command of the text, if that is a simple
 * one, without being told to by `exec`. No shell promises it. As tried in a PID namespace in November 2026, with
 * `sh -c 'sleep 3'` and with `sh -c 'true && sleep 3'`: dash 0.5.12 (Debian 12) stays; bash 5.2 and the ash of
 * BusyBox 1.35 hand over. None of them does for the last command of a script in a file.
 *
 * @param name - without its path.
 * @param distribution - says which shell `sh` is.
 */
export function handsOver(name: string, distribution: Distribution): Known<boolean> {
  switch (name) {
    case 'dash':
      return false;
    case 'bash':
    case 'ash':
      return true;
    case 'sh':
      if (distribution === 'debian' || distribution === 'ubuntu') return false;
      return distribution === 'alpine' || distribution === 'busybox' ? true : undefined;
    default:
      return undefined;
  }
}
