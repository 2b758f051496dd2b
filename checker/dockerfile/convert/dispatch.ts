import type { Range } from '../../types.ts';
import { expandWord } from '../expand.ts';
import { parseMount } from '../mount.ts';
import { quote } from '../refusal.ts';
import { argValue, type GlobalScope, type StageScope } from '../scope.ts';
import { isSecretName } from '../secret-name.ts';
import { stageCalled } from '../stages.ts';
import { didYouMean } from '../suggest.ts';
import type {
  AddInstruction,
  ArgInstruction,
  CmdInstruction,
  CopyInstruction,
  Dockerfile,
  EntrypointInstruction,
  HealthcheckInstruction,
  Instruction,
  Mount,
  RunInstruction,
  Stage,
  Word,
} from '../types.ts';

import { checkMode } from './chmod.ts';
import type { Ignored } from './convert.ts';
import { digestFault } from './image-name.ts';
import { parsePort } from './ports.ts';
import { expandingAt, refuse, refusingAt } from './refuse.ts';
import { isSignal } from './signals.ts';
import { stageNamed } from './stage-graph.ts';
import type { WarningList } from './warnings.ts';

/** What BuildKit keeps of a stage while it carries out its instructions. */
export interface StageState {
  stage: Stage;
  scope: StageScope;
  /** The variables of the base image are known; if not, none is called undefined. */
  envKnown: boolean;
  workdirSet: boolean;
  /** The working directory, null where it is not known. */
  workdir: string | null;
  /** A SHELL was set, so that shell form is a choice. */
  hasShell: boolean;
  cmd: CmdInstruction | null;
  entrypoint: EntrypointInstruction | null;
  healthcheck: HealthcheckInstruction | null;
}

export interface DispatchContext {
  dockerfile: Dockerfile;
  global: GlobalScope;
  buildArgs: Readonly<Record<string, string>>;
  list: WarningList;
  /** Stages that were carried out or are under way. */
  dispatched: ReadonlyMap<number, StageState>;
  ignored: Ignored | undefined;
}

/** Variables that only ask for a scan and are in no environment. */
const SCAN_ARGS = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

/** Carries out one instruction as far as checks and refusals go. */
export function dispatch(instruction: Instruction, state: StageState, context: DispatchContext): void {
  const expand = (word: Word) => expandIn(instruction, word.text, word.range, state, context);
  switch (instruction.name) {
    case 'env': {
      // Both sides of every pair are expanded before the first one is set.
      const pairs = instruction.pairs.map(({ key, value }) => ({
        key,
        name: expand(key),
        value: expand(value),
      }));
      for (const { key, name, value } of pairs) {
        warnAboutLegacy(instruction, context.list);
        warnAboutSecret(instruction, 'ENV', name, key, context.list);
        state.scope.setEnv(name, value);
      }
      break;
    }
    case 'label':
      for (const { key, value } of instruction.pairs) {
        expand(key);
        expand(value);
        warnAboutLegacy(instruction, context.list);
      }
      break;
    case 'arg':
      dispatchArg(instruction, state, context);
      break;
    case 'run':
      dispatchRun(instruction, state, context, expand);
      break;
    case 'copy':
    case 'add':
      dispatchTransfer(instruction, state, context, expand);
      break;
    case 'workdir': {
      const path = expand(instruction.path);
      if (!state.workdirSet && !path.startsWith('/')) {
        const detail = `Relative workdir ${quote(path)} can have unexpected results if the base image changes`;
        context.list.add('WorkdirRelativePath', instruction, detail, path, instruction.path);
      }
      state.workdirSet = true;
      if (path.startsWith('/')) state.workdir = cleanPath(path);
      else if (state.workdir !== null) state.workdir = cleanPath(`${state.workdir}/${path}`);
      break;
    }
    case 'user':
      expand(instruction.user);
      break;
    case 'volume':
      for (const path of instruction.paths) {
        if (expand(path) === '') refuse(instruction, 'VOLUME specified can not be an empty string');
      }
      break;
    case 'stopsignal': {
      const signal = expand(instruction.signal);
      if (!isSignal(signal)) {
        refuse(instruction, `invalid signal: ${signal}`, 'Write a name such as SIGTERM, or a number.');
      }
      break;
    }
    case 'expose':
      dispatchExpose(instruction, state, context);
      break;
    case 'cmd':
    case 'entrypoint':
      warnAboutRepeat(instruction, state[instruction.name], context.list);
      if (instruction.name === 'cmd') state.cmd = instruction;
      else state.entrypoint = instruction;
      if (instruction.command.form === 'shell' && !state.hasShell) {
        const keyword = instruction.keyword.text;
        const detail = `JSON arguments recommended for ${keyword} to prevent unintended behavior related to OS signals`;
        context.list.add('JSONArgsRecommended', instruction, detail, keyword);
      }
      break;
    case 'healthcheck':
      warnAboutRepeat(instruction, state.healthcheck, context.list);
      state.healthcheck = instruction;
      break;
    case 'shell':
      state.hasShell = true;
      break;
  }
}

function expandIn(
  instruction: Instruction,
  text: string,
  range: Range,
  state: StageState,
  { dockerfile, list }: DispatchContext,
  heredoc = false,
): string {
  const { args, environment, lookup } = state.scope;
  const unmatched = new Set<string>();
  try {
    return expandingAt(instruction, text, () => {
      const [escape, plainQuotes] = heredoc ? ['\\', true] : [dockerfile.escape, false];
      return expandWord(text, escape, lookup, { plainQuotes, unmatched }).result;
    });
  } finally {
    // A word that cannot be expanded is refused, but what was not found in it is named first.
    for (const name of unmatched) {
      if (args.has(name) || SCAN_ARGS.has(name)) continue;
      if (!state.envKnown) {
        list.fromBase.push({ instruction, name, range });
        continue;
      }
      const suggestion = didYouMean(name, environment.keys()).replace('mean ', 'mean $');
      const detail = `Usage of undefined variable '$${name}'${suggestion}`;
      list.add('UndefinedVar', instruction, detail, name, { text, range });
    }
  }
}

function dispatchArg(instruction: ArgInstruction, state: StageState, context: DispatchContext): void {
  for (const arg of instruction.args) {
    const name = arg.key.text;
    warnAboutSecret(instruction, 'ARG', name, arg.key, context.list);
    const overridden = Object.hasOwn(context.buildArgs, name);
    if (arg.value && !overridden) expandIn(instruction, arg.value.text, arg.value.range, state, context);
    const value = argValue(arg, context.buildArgs, context.global, state.scope, context.dockerfile.escape);
    state.scope.setArg(name, value);
  }
}

function dispatchRun(
  instruction: RunInstruction,
  state: StageState,
  context: DispatchContext,
  expand: (word: Word) => string,
): void {
  const mounts = refusingAt(instruction, () =>
    instruction.flags
      .filter(({ name }) => name === 'mount')
      .map(({ value, range }) => {
        const word = { text: value ?? '', range };
        const mount = parseMount(word, (text) => expand({ text, range }));
        return { mount, certain: state.envKnown || !word.text.includes('$') };
      }),
  );
  instruction.mounts.splice(0, instruction.mounts.length, ...mounts.map(({ mount }) => mount));
  for (const { mount, certain } of mounts) refuseMount(instruction, mount, certain, state, context);
}

function refuseMount(
  instruction: RunInstruction,
  { type, from, target }: Mount,
  certain: boolean,
  { workdir }: StageState,
  { dockerfile, dispatched }: DispatchContext,
): void {
  if (type === 'secret' || type === 'ssh') return;
  const source = from ? stageCalled(from, dockerfile.stages) : undefined;
  if (source && !dispatched.has(source.index) && type !== 'tmpfs') {
    const place = `from stage ${quote(from ?? '')} to ${quote(target ?? '')}`;
    refuse(
      instruction,
      `cannot mount ${place}, stage needs to be defined before current command`,
      'Move the stage that is mounted above this one.',
    );
  }
  // Where a variable, or the directory that the path goes on from, is not known, the path is not.
  const isAbsolute = target?.startsWith('/');
  if (isAbsolute ? !certain : workdir === null) return;
  const path = isAbsolute ? (target ?? '') : `${workdir}/${target ?? ''}`;
  if (cleanPath(path) === '/') {
    refuse(instruction, 'invalid mount target "/"', 'Say where to mount it: target=/some/folder.');
  }
}

function dispatchTransfer(
  instruction: CopyInstruction | AddInstruction,
  state: StageState,
  context: DispatchContext,
  expand: (word: Word) => string,
): void {
  const { name, sources, inline, destination, chown, chmod, excludes } = instruction;
  if (chown) expand(chown);
  const mode = chmod ? expand(chmod) : '';
  const checksum = name === 'add' && instruction.checksum ? expand(instruction.checksum) : '';
  for (const exclude of excludes) expand(exclude);
  const paths = sources.map((word) => ({ word, path: expand(word) }));
  expand(destination);
  for (const heredoc of inline) {
    if (heredoc.expand) expandIn(instruction, heredoc.content, heredoc.range, state, context, true);
  }
  const from = name === 'copy' ? (instruction.from?.text ?? '') : '';
  if (from !== '' && name === 'copy') refuseLaterStage(instruction, from, state, context);
  const isKnown = (word: Word | null) => state.envKnown || !word?.text.includes('$');
  if (mode !== '' && isKnown(chmod)) refusingAt(instruction, () => checkMode(mode));
  if (checksum !== '') refuseChecksum(instruction, paths, isKnown);
  for (const { word, path } of paths) {
    if (isUrl(path)) {
      if (name === 'copy') refuse(instruction, "source can't be a URL for COPY", 'Use ADD to download.');
      const fault = checksum === '' ? null : digestFault(checksum);
      const remedy = 'Write sha256: and 64 hexadecimal digits.';
      if (fault && name === 'add' && isKnown(instruction.checksum)) refuse(instruction, fault, remedy);
      continue;
    }
    if (isGitRemote(path)) {
      if (name === 'copy') refuse(instruction, "source can't be a git ref for COPY", 'Use ADD to clone.');
      continue;
    }
    const clean = cleanPath(path);
    const ignored = from === '' ? context.ignored : undefined;
    // The root of the context is ignored only by a pattern that ignores any file whatever.
    if (!ignored || !(clean === '.' || clean === '/' ? ignored.everything : ignored.has(clean))) continue;
    const verb = name === 'add' ? 'Add' : 'Copy';
    const detail = `Attempting to ${verb} file ${quote(clean)} that is excluded by .dockerignore`;
    context.list.add('CopyIgnoredFile', instruction, detail, clean, word);
  }
}

/** A checksum is of one thing that is downloaded. */
function refuseChecksum(
  instruction: Instruction,
  paths: readonly { word: Word; path: string }[],
  isKnown: (word: Word) => boolean,
): void {
  const [only] = paths;
  if (paths.length !== 1 || !only) {
    refuse(instruction, "checksum can't be specified for multiple sources", 'Give each its own ADD.');
  } else if (isKnown(only.word) && !isUrl(only.path) && !isGitRemote(only.path)) {
    refuse(instruction, 'checksum requires HTTP(S) or Git sources', 'Leave --checksum out.');
  }
}

function refuseLaterStage(
  instruction: CopyInstruction,
  from: string,
  state: StageState,
  { dockerfile, dispatched }: DispatchContext,
): void {
  const source = stageNamed(from, dockerfile.stages);
  if (!source || (dispatched.has(source.index) && source !== state.stage)) return;
  const name = state.stage.name ?? `stage-${state.stage.index}`;
  refuse(
    instruction,
    `cannot copy from stage ${quote(from)}, it needs to be defined before current stage ${quote(name)}`,
    'Move the stage that is copied from above this one.',
  );
}

function dispatchExpose(
  instruction: Extract<Instruction, { name: 'expose' }>,
  state: StageState,
  { dockerfile, list }: DispatchContext,
): void {
  const sorted = [...instruction.ports].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const words = sorted.flatMap((word) => {
    const expansion = expandingAt(instruction, word.text, () =>
      expandWord(word.text, dockerfile.escape, state.scope.lookup),
    );
    // A port that hangs on a variable of an unknown image is not known.
    if (!state.envKnown && expansion.unmatched.size > 0) return [];
    return expansion.words.map((text) => ({ text, range: word.range }));
  });
  for (const word of words) {
    const port = refusingAt(instruction, () => parsePort(word.text));
    if (port.mapsHost) {
      const detail = `EXPOSE instruction should not define an IP address or host-port mapping, found '${port.text}'`;
      list.add('ExposeInvalidFormat', instruction, detail, port.text, word);
    }
    if (port.oddCase) {
      const detail = `Defined protocol '${port.text}' in EXPOSE instruction should be lowercase`;
      list.add('ExposeProtoCasing', instruction, detail, port.text, word);
    }
  }
}

function warnAboutLegacy(
  instruction: Extract<Instruction, { name: 'env' | 'label' }>,
  list: WarningList,
): void {
  if (!instruction.legacy) return;
  const keyword = instruction.keyword.text;
  const detail = `"${keyword} key=value" should be used instead of legacy "${keyword} key value" format`;
  list.add('LegacyKeyValueFormat', instruction, detail, keyword);
}

function warnAboutSecret(
  instruction: Instruction,
  keyword: string,
  name: string,
  word: Word,
  list: WarningList,
): void {
  if (!isSecretName(name)) return;
  const detail = `Do not use ARG or ENV instructions for sensitive data (${keyword} ${quote(name)})`;
  list.add('SecretsUsedInArgOrEnv', instruction, detail, name, word);
}

function warnAboutRepeat(instruction: Instruction, earlier: Instruction | null, list: WarningList): void {
  if (!earlier) return;
  const keyword = instruction.keyword.text;
  const detail = `Multiple ${keyword} instructions should not be used in the same stage because only the last one will be used`;
  list.add('MultipleInstructionsDisallowed', earlier, detail, keyword, null, instruction);
}

function isUrl(path: string): boolean {
  return /^https?:\/\//.test(path) && !isGitRemote(path);
}

/** A repository that ADD clones: `git@host:path`, `git://`, `ssh://`, or `https://...​.git`. */
function isGitRemote(path: string): boolean {
  const bare = path.split(/[?#]/)[0] ?? '';
  return /^(git|ssh):\/\//.test(path) || /^[\w.-]+@[\w.-]+:/.test(path) || /^https?:\/\/.+\.git$/.test(bare);
}

/** Go's `filepath.Clean`. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/') || '.';
}
