import { expandWord } from '../../dockerfile/expand.ts';
import { parseMount } from '../../dockerfile/mount.ts';
import { RefusalError } from '../../dockerfile/refusal.ts';
import type { Mount, RunInstruction } from '../../dockerfile/types.ts';
import type { Selector } from '../context/select.ts';
import { identify } from '../identity.ts';
import { baseName, resolvePath } from '../paths.ts';
import { isHeredocAlone, runName } from './names.ts';
import { type Planner, parentInput, rooted, type StageState, stepVertex } from './stage-plan.ts';
import { inlineSource } from './transfer-plan.ts';
import { type Input, joinInputs, type Vertex } from './vertex.ts';

/**
 * RUN. Its key is the command, the environment in order, directory, user, network and mounts; what a mount
 * shows counts by content. Source: BuildKit, solver/llbsolver/ops/exec.go.
 */
export function planRun(
  planner: Planner,
  instruction: RunInstruction,
  state: StageState,
  isTrigger: boolean,
): Vertex {
  const mounts = mountsOf(planner, instruction, state);
  const { argv, script } = command(instruction, state);
  const reading: { target: string; input: Input }[] = script
    ? [{ target: '/dev/pipes/', input: script }]
    : [];
  for (const mount of mounts) {
    const input = mountInput(planner, mount);
    if (input) reading.push({ target: mountTarget(mount, state), input });
  }
  reading.sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0));
  const secretNames = new Set(
    mounts.flatMap(({ type, env }) => (type === 'secret' && env !== null ? [env] : [])),
  );
  const lookup = (name: string) => (secretNames.has(name) ? '****' : state.environment.lookup(name));
  const parts = {
    command: JSON.stringify(argv),
    environment: JSON.stringify(state.environment.entries),
    directory: state.workdir,
    user: state.user,
    network: instruction.network ?? 'default',
    security: instruction.security ?? 'sandbox',
    devices: JSON.stringify(flagValues(instruction, 'device')),
    mounts: JSON.stringify(mountKeys(mounts, state)),
  };
  const inputs = joinRunInputs(
    state,
    reading.map(({ input }) => input),
  );
  const work = { kind: 'run', instruction, parts, inputs, ignoreCache: state.ignoreCache } as const;
  const name = runName(instruction, planner.escape, lookup);
  return stepVertex({ ...work, command: name, process: argv.join(' ') }, state, isTrigger);
}

function flagValues(instruction: RunInstruction, wanted: string): string[] {
  return instruction.flags.filter(({ name }) => name === wanted).map(({ value }) => value ?? '');
}

/** A mount of the very vertex that the command runs on makes its whole content count instead of its history. */
function joinRunInputs(state: StageState, reading: readonly Input[]): Input[] {
  const { top } = state;
  const same = top && reading.find(({ vertex }) => vertex.id === top.id);
  if (top && same?.reads) {
    const whole = { tree: same.reads.tree, selectors: [{ path: '/', literal: true }] };
    return joinInputs([{ vertex: top, reads: whole }, ...reading]);
  }
  return joinInputs([...parentInput(state), ...reading]);
}

function mountsOf(planner: Planner, instruction: RunInstruction, state: StageState): Mount[] {
  return instruction.flags
    .filter(({ name }) => name === 'mount')
    .flatMap(({ value, range }) => {
      try {
        return [parseMount({ text: value ?? '', range }, (text) => planner.expand({ text, range }, state))];
      } catch (error) {
        // The converter refuses such a file.
        if (error instanceof RefusalError) return [];
        throw error;
      }
    });
}

function command(instruction: RunInstruction, state: StageState): { argv: string[]; script: Input | null } {
  if (instruction.command.form === 'exec') {
    return { argv: instruction.command.argv.map(({ text }) => text), script: null };
  }
  const text = instruction.command.script.text.trim();
  const only = instruction.heredocs[0];
  if (only && isHeredocAlone(text)) {
    if (only.content.startsWith('#!')) {
      return { argv: [`/dev/pipes/${only.name}`], script: inlineSource(only.name, only.content, 0o755) };
    }
    return { argv: [...state.shell, only.content], script: null };
  }
  const documents = instruction.heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { argv: [...state.shell, text + documents.join('')], script: null };
}

function mountTarget(mount: Mount, state: StageState): string {
  return resolvePath(state.workdir, mount.target ?? '');
}

/** The order of mounts does not count, that of secrets does. */
function mountKeys(mounts: readonly Mount[], state: StageState): string[] {
  const isHandedOver = ({ type }: Mount) => type === 'secret' || type === 'ssh';
  const keys = (some: readonly Mount[]) => some.map((mount) => mountKey(mount, state));
  return [
    ...keys(mounts.filter((mount) => !isHandedOver(mount))).sort(),
    ...keys(mounts.filter(isHandedOver)),
  ];
}

/** What of the mount itself counts. Its source does not: that is for what is read from it. */
function mountKey(mount: Mount, state: StageState): string {
  const { type, uid, gid, mode } = mount;
  const target = mountTarget(mount, state);
  switch (type) {
    case 'bind':
      return identify(type, target, String(mount.readOnly));
    case 'cache': {
      // The id counts only where it is the default one: the target itself, shared.
      const id = mount.id ?? mount.target ?? '';
      const isDefault = (mount.sharing ?? 'shared') === 'shared' && (id === target || `/${id}` === target);
      return identify(type, target, isDefault ? id : '', String(mount.readOnly), uid, gid, mode, mount.from);
    }
    case 'tmpfs':
      return identify(type, target, mount.size);
    case 'secret': {
      const id = mount.source || mount.id || baseName(mount.target ?? '');
      const place = mount.target ?? (mount.env === null ? `/run/secrets/${baseName(id)}` : '');
      return identify(type, id, place, mount.env, String(mount.required), uid, gid, mode);
    }
    case 'ssh':
      return identify(type, mount.source || mount.id, mount.target, String(mount.required), uid, gid, mode);
  }
}

/** The vertex that a mount reads from; null where nothing of the build is read. */
function mountInput(planner: Planner, mount: Mount): Input | null {
  if (mount.type !== 'bind' && mount.type !== 'cache') return null;
  if (mount.type === 'cache' && mount.from === null) return null;
  const selectors: Selector[] = [{ path: rooted(mount.source ?? ''), literal: true }];
  if (mount.from === null)
    return { vertex: planner.context, reads: { tree: planner.options.build.context, selectors } };
  const { top, tree } = planner.source(mount.from, false);
  return top ? { vertex: top, reads: { tree, selectors } } : null;
}

/** Ids of secrets without which the command cannot start. */
export function requiredSecrets(instruction: RunInstruction): string[] {
  return instruction.flags
    .filter(({ name }) => name === 'mount')
    .flatMap(({ value, range }) => {
      try {
        const mount = parseMount(
          { text: value ?? '', range },
          (text) => expandWord(text, '\\', () => undefined).result,
        );
        if (mount.type !== 'secret' || !mount.required) return [];
        return [mount.source || mount.id || baseName(mount.target ?? '')];
      } catch {
        return [];
      }
    });
}
