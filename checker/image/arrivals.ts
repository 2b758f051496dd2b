import { isWithin } from './paths.ts';
import type { State } from './state.ts';
import type { CopiedPath, FileTree } from './types.ts';

/** What comes whole from elsewhere, or out of an archive, may bring any program. */
export function withPrograms(state: State, copied: readonly CopiedPath[], from: State | null): State {
  if (state.murky) return state;
  const path = (state.config.env.get('PATH') ?? '').split(':');
  const above = (destination: string, directory: string) =>
    directory.startsWith(`${destination === '/' ? '' : destination}/`);
  const brings = copied.some(({ source, destination, node }) => {
    // A file of the context that is put into a directory of programs is one that the file names.
    if (from === null)
      return node.kind === 'unknown' && path.some((directory) => above(destination, directory));
    if (node.kind !== 'dir' && node.kind !== 'unknown') return false;
    return path.some(
      (directory) =>
        (directory === destination || above(destination, directory)) &&
        !isListed(from.files, source, directory.slice(destination === '/' ? 0 : destination.length)) &&
        !isSameGround(from, state, source, directory),
    );
  });
  return brings ? state.with({ murky: true }) : state;
}

/** /etc/passwd and /etc/group that come from elsewhere bring the accounts of where they come from. */
export function withAccounts(state: State, copied: readonly CopiedPath[], source: State | null): State {
  const touches = copied.some(
    ({ destination, node }) =>
      /^\/etc\/(passwd|group)$/.test(destination) ||
      ((destination === '/etc' || destination === '/') &&
        (node.kind !== 'dir' || destination === '/etc' || node.entries.has('etc'))),
  );
  if (!touches) return state;
  const whole = copied.every(({ source, destination }) => source === destination);
  if (!source || !whole) return state.with({ accounts: { ...state.accounts, complete: false } });
  const doubtful = new Set([...state.accounts.doubtful, ...source.accounts.doubtful]);
  const users = new Map([...state.accounts.users, ...source.accounts.users]);
  const groups = new Map([...state.accounts.groups, ...source.accounts.groups]);
  return state.with({ accounts: { users, groups, complete: source.accounts.complete, doubtful } });
}

/** Whether all programs of a directory are known by name, so that no others come along with a copy of it. */
function isListed(from: FileTree, source: string | null, below: string): boolean {
  if (source === null) return false;
  const found = from.lookup(`${source === '/' ? '' : source}${below}` || '/');
  if (found.is === 'absent') return true;
  if (found.is !== 'present' || found.node.kind !== 'dir' || from.rest(found.node) !== null) return false;
  return [...found.node.entries.values()].every(({ kind }) => kind === 'file' || kind === 'symlink');
}

/**
 * Whether a directory of programs comes from the same base image at the same place. Distributions put nothing
 * into /usr/local, so what is new there since the base image is known by name.
 */
function isSameGround(from: State, to: State, source: string | null, directory: string): boolean {
  if (
    from.murky ||
    from.base === null ||
    from.base === 'scratch' ||
    to.base === null ||
    to.base === 'scratch'
  )
    return false;
  return (
    from.base.reference === to.base.reference &&
    source !== null &&
    isWithin(directory, '/usr/local') &&
    isWithin(directory, source)
  );
}
