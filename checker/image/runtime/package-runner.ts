import { readManifest } from '../commands/node.ts';
import { resolvePath } from '../paths.ts';
import type { Known, StageState } from '../types.ts';

/**
 * The script that a package runner hands to a shell: `npm start`, `yarn run serve`, `node --run start`.
 * @returns null when these words are no such call; undefined where the script is not known.
 */
export function runnerScript(state: StageState, argv: readonly Known<string>[]): Known<string> | null {
  const [first, ...rest] = argv;
  const name = first?.slice(first.lastIndexOf('/') + 1) ?? '';
  if (name === 'npx') return undefined;
  if (name === 'node') {
    const at = rest.findIndex((word) => word === '--run' || word?.startsWith('--run='));
    if (at === -1) return null;
    return scriptOf(state, rest[at] === '--run' ? rest[at + 1] : rest[at]?.slice('--run='.length), []);
  }
  if (name !== 'npm' && name !== 'yarn' && name !== 'pnpm') return null;
  if (rest.includes(undefined) || rest.some((word) => /^(--prefix|-C|--cwd|--dir)(=|$)/.test(word ?? '')))
    return undefined;
  const end = rest.indexOf('--');
  const own = (end === -1 ? rest : rest.slice(0, end)).filter((word) => !word?.startsWith('-'));
  const [verb, operand, ...more] = own;
  const isRun = verb === 'run' || verb === 'run-script';
  const script = isRun ? operand : verb;
  if (!isRun && name === 'npm' && !['start', 'test', 'stop', 'restart'].includes(verb ?? '')) return null;
  if (script === undefined) return null;
  const passed = [...(isRun ? more : own.slice(1)), ...(end === -1 ? [] : rest.slice(end + 1))];
  return scriptOf(state, script, name === 'npm' && end === -1 ? [] : passed);
}

function scriptOf(state: StageState, name: Known<string>, args: readonly Known<string>[]): Known<string> {
  const { workdir } = state.config;
  if (workdir === undefined || name === undefined) return undefined;
  const found = state.files.lookup(resolvePath(workdir, 'package.json'));
  if (found.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text')
    return undefined;
  const scripts = readManifest(found.node.content.text)?.scripts;
  // npm starts server.js where package.json does not say how to start.
  const text = scripts?.[name] ?? (name === 'start' ? 'node server.js' : undefined);
  return text === undefined ? undefined : [text, ...args].join(' ');
}
