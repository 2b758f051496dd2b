import type { Mount } from '../dockerfile/types.ts';
import { identify } from './identity.ts';
import { resolvePath } from './paths.ts';
import type { RunResult } from './run.ts';
import type { State } from './state.ts';
import type { FileTree, TreeNode } from './types.ts';

interface MountFrom {
  mount: Mount;
  from: FileTree;
}

/** What `docker build --secret` hands over, by id. */
export type Secrets = Readonly<Record<string, string>>;

/** The id of a secret mount, which is the last part of its target where none is given. */
export function secretId({ id, target }: Mount): string {
  return id ?? target?.split('/').at(-1) ?? '';
}

/** Runs a script with its mounts in place, and takes them away again: what is under them never reaches the layer. */
export function withMounts(
  state: State,
  mounts: readonly MountFrom[],
  secrets: Secrets,
  run: (state: State) => RunResult,
): RunResult {
  if (mounts.length === 0) return run(state);
  const files = state.files.fork();
  const covered: { path: string; node: TreeNode | null }[] = [];
  for (const { mount, from } of mounts) {
    const path = targetOf(state, mount);
    if (path === undefined) continue;
    const there = files.lookup(path);
    covered.push({ path, node: there.is === 'present' ? there.node : null });
    const node = mountedNode(mount, from);
    if (node) {
      files.put(path, files.graft(from, node));
      continue;
    }
    files.remove(path);
    const owner = { uid: mount.uid ?? 0, gid: mount.gid ?? 0, mode: mount.mode ?? 0o755 };
    if (mount.type === 'secret' || mount.type === 'ssh') {
      const value = mount.type === 'secret' ? secrets[secretId(mount)] : undefined;
      files.put(path, {
        kind: 'file',
        uid: owner.uid,
        gid: owner.gid,
        mode: mount.mode ?? 0o400,
        size: value?.length,
        content:
          value === undefined
            ? { is: 'derived', identity: identify('secret', mount.id) }
            : { is: 'text', text: value },
      });
    } else {
      files.mkdir(path, owner, { uid: 0, gid: 0, mode: 0o755 });
      if (mount.type === 'tmpfs') files.change(path, () => ({ mode: 0o1777 }), false);
      else files.blur(path, identify(mount.type, mount.id ?? path));
    }
  }
  const result = run(state.with({ files }));
  const after = result.state.files.fork();
  for (const { path, node } of covered.reverse()) {
    after.remove(path);
    if (node) after.put(path, node);
  }
  return { ...result, state: result.state.with({ files: after }) };
}

function targetOf(state: State, mount: Mount): string | undefined {
  const target = mount.target ?? (mount.type === 'secret' ? `/run/secrets/${mount.id ?? ''}` : null);
  if (target === null) return undefined;
  if (mount.type === 'secret' && mount.env !== null && mount.target === null) return undefined;
  if (target.startsWith('/')) return resolvePath('/', target);
  return state.config.workdir === undefined ? undefined : resolvePath(state.config.workdir, target);
}

/** What a bind mount shows; null where it is empty or not known. */
function mountedNode(mount: Mount, from: FileTree): TreeNode | null {
  if (mount.type !== 'bind') return null;
  const found = from.lookup(resolvePath('/', mount.source ?? '/'));
  if (found.is === 'present') return found.node;
  if (found.is === 'absent') return null;
  return { kind: 'unknown', identity: found.identity, uid: undefined, gid: undefined, mode: undefined };
}
