import { parentOf } from './paths.ts';
import type { Accounts, FileTree, Known, Presence, TreeNode } from './types.ts';

/** Who a process runs as; undefined where not known. */
export interface Identity {
  uid: Known<number>;
  gid: Known<number>;
  /** Whether other groups may count too. */
  groupsKnown: boolean;
  gids: readonly number[];
}

/** What `USER`, `--chown` or `chown` names, looked up in a stage. */
export interface UserLookup {
  uid: Known<number>;
  gid: Known<number>;
  /** A name that certainly does not exist. */
  missingUser: string | null;
  missingGroup: string | null;
}

/** Resolves `user`, `user:group`, ids or names, as BuildKit and the runtime do. */
export function lookupUser(spec: string, accounts: Accounts): UserLookup {
  const colon = spec.indexOf(':');
  const user = colon === -1 ? spec : spec.slice(0, colon);
  const group = colon === -1 ? '' : spec.slice(colon + 1);
  const result: UserLookup = { uid: 0, gid: 0, missingUser: null, missingGroup: null };
  if (user !== '') {
    const account = accounts.users.get(user);
    if (account) {
      result.uid = account.uid;
      result.gid = account.gid;
    } else if (/^\d+$/.test(user)) {
      result.uid = Number(user);
      const known = [...accounts.users.values()].find((entry) => entry.uid === result.uid);
      // A uid without a passwd entry runs with group 0.
      result.gid = known ? known.gid : accounts.complete ? 0 : undefined;
    } else if (user !== 'root') {
      result.uid = undefined;
      result.gid = undefined;
      if (accounts.complete && !accounts.doubtful.has(user)) result.missingUser = user;
    }
  }
  if (group !== '') {
    if (accounts.groups.has(group)) result.gid = accounts.groups.get(group);
    else if (/^\d+$/.test(group)) result.gid = Number(group);
    else {
      result.gid = undefined;
      if (accounts.complete && !accounts.doubtful.has(group)) result.missingGroup = group;
    }
  }
  return result;
}

/** The ids that a process started as `user` has. */
export function identityOfUser(user: Known<string>, accounts: Accounts): Identity {
  if (user === undefined) return { uid: undefined, gid: undefined, groupsKnown: false, gids: [] };
  const { uid, gid } = lookupUser(user, accounts);
  const name = user.split(':')[0] ?? '';
  const account = accounts.users.get(name) ?? [...accounts.users.values()].find((entry) => entry.uid === uid);
  const gids = (account?.groups ?? []).map((group) => accounts.groups.get(group));
  return {
    uid,
    gid,
    gids: gids.filter((id) => id !== undefined),
    groupsKnown:
      gid !== undefined &&
      gids.every((id) => id !== undefined) &&
      (account !== undefined || accounts.complete),
  };
}

/** Whether a process may create, change or delete something at a path. */
export function mayWrite(files: FileTree, path: string, who: Identity): Presence {
  if (who.uid === 0) return 'yes';
  if (who.uid === undefined) return 'unknown';
  const found = files.lookup(path);
  if (found.is === 'present' && found.node.kind !== 'dir') return hasBit(found.node, who, 0o2);
  return mayCreateIn(files, found.is === 'present' ? path : parentOf(path), who);
}

/** Whether a process may create something in the nearest directory that is there. */
function mayCreateIn(files: FileTree, directory: string, who: Identity): Presence {
  const found = files.lookup(directory);
  if (found.is === 'unknown') return 'unknown';
  if (found.is === 'absent')
    return directory === '/' ? 'unknown' : mayCreateIn(files, parentOf(directory), who);
  return found.node.kind === 'dir' ? hasBit(found.node, who, 0o3) : 'unknown';
}

/** Whether the permission bits `want` (of `0o7`) of a node hold for a process. */
export function hasBit(node: TreeNode, who: Identity, want: number): Presence {
  const { mode, uid, gid } = node;
  if (who.uid === 0) return 'yes';
  if (mode === undefined || uid === undefined || gid === undefined || who.uid === undefined) return 'unknown';
  const other = (mode & want) === want;
  if (uid === who.uid) return ((mode >> 6) & want) === want ? 'yes' : 'no';
  const group = ((mode >> 3) & want) === want;
  if (gid === who.gid || who.gids.includes(gid)) return group ? 'yes' : 'no';
  if (group === other) return other ? 'yes' : 'no';
  return who.groupsKnown ? (other ? 'yes' : 'no') : 'unknown';
}
