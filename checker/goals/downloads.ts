import type { Mount } from '../dockerfile/types.ts';
import { resolvePath } from '../image/paths.ts';
import { lookupUser } from '../image/permissions.ts';
import type { BuiltStep, Known, RanCommand, StageState } from '../image/types.ts';
import type { Verdict } from '../types.ts';
import { hasRole, type StepRole, stepsOf } from './cache.ts';
import type { GoalCheck } from './goal.ts';
import { no, onImage, unknown, YES } from './verdict.ts';

/**
 * Where a tool keeps what it downloads, and what stops it from keeping anything.
 * pip: https://pip.pypa.io/en/stable/topics/caching/, npm: https://docs.npmjs.com/cli/configuring-npm/folders,
 * Go: https://go.dev/ref/mod#module-cache, uv: https://docs.astral.sh/uv/concepts/cache/
 */
interface Tool {
  name: string;
  /** The call, its program without a path. */
  call: RegExp;
  option?: string;
  variables: readonly string[];
  /** Below the home directory, or below what XDG_CACHE_HOME says. */
  below: { xdg?: string; home: string };
  offOption?: RegExp;
  offVariable?: string;
}

const TOOLS: readonly Tool[] = [
  {
    name: 'uv',
    call: /^uv\s/,
    option: '--cache-dir',
    variables: ['UV_CACHE_DIR'],
    below: { xdg: 'uv', home: '.cache/uv' },
    offOption: /^(--no-cache|--no-cache-dir|-n)$/,
    offVariable: 'UV_NO_CACHE',
  },
  {
    name: 'pip',
    call: /^(pip[\d.]*|python[\d.]*\s+-m\s+pip)\s/,
    option: '--cache-dir',
    variables: ['PIP_CACHE_DIR'],
    below: { xdg: 'pip', home: '.cache/pip' },
    offOption: /^--no-cache-dir$/,
    offVariable: 'PIP_NO_CACHE_DIR',
  },
  {
    name: 'npm',
    call: /^npm\s/,
    option: '--cache',
    variables: ['npm_config_cache', 'NPM_CONFIG_CACHE'],
    below: { home: '.npm' },
  },
  { name: 'Go', call: /^go\s/, variables: ['GOMODCACHE'], below: { home: 'go/pkg/mod' } },
];

/**
 * When the steps of this role run again, they find what they downloaded before: a cache mount lies where the tool
 * keeps its downloads, and the tool may write there.
 */
export function keepsDownloads(role: StepRole = 'dependency install'): GoalCheck {
  return onImage((_image, build): Verdict => {
    if (build.failure) return no(`The build fails first: ${build.failure.message}`, build.failure.range);
    const steps = stepsOf(build, role);
    if (steps.length === 0) return no('No step of the image installs anything.');
    const verdicts = steps.flatMap((step) =>
      step.ran.filter((ran) => hasRole(ran, role)).map((ran) => verdictOf(step, ran)),
    );
    return verdicts.find(({ is }) => is === 'no') ?? verdicts.find(({ is }) => is === 'unknown') ?? YES;
  });
}

function verdictOf(step: BuiltStep, ran: RanCommand): Verdict {
  const { range } = step.instruction;
  const words = ran.argv.map((word) => word ?? '?');
  const [program = '', ...rest] = words;
  const tool = TOOLS.find(({ call }) => call.test([program.replace(/^.*\//, ''), ...rest, ''].join(' ')));
  if (!tool) return unknown(`where ${program} keeps its downloads is not known`, range);
  const off = words.find((word) => tool.offOption?.test(word));
  if (off) return no(`\`${off}\` tells ${tool.name} to keep nothing of what it downloads.`, range);
  const switched = tool.offVariable === undefined ? undefined : ran.variables.get(tool.offVariable);
  if (switched !== undefined && !/^(0|false|no|off|)$/i.test(switched))
    return no(`${tool.offVariable} tells ${tool.name} to keep nothing of what it downloads.`, range);
  const place = placeOf(tool, words, ran);
  if (place === undefined) return unknown(`where ${tool.name} keeps its downloads is not known`, range);
  const mounts = step.instruction.name === 'run' ? step.instruction.mounts : [];
  const caches = mounts.filter(({ type, target }) => type === 'cache' && target !== null);
  const fitting = caches.find((mount) => covers(mount, place, ran));
  if (fitting) return writable(fitting, tool, ran) ?? YES;
  const [other] = caches;
  return no(
    other
      ? `The cache mount is at \`${other.target}\`, but ${tool.name} keeps its downloads in \`${place}\`.`
      : `Whenever this step runs again, ${tool.name} downloads everything again: nothing keeps \`${place}\`.`,
    other?.range ?? range,
  );
}

function placeOf(tool: Tool, words: readonly string[], ran: RanCommand): Known<string> {
  const { variables: env } = ran;
  const workdir = ran.before.config.workdir ?? '/';
  const at = words.findIndex((word) => word === tool.option || word.startsWith(`${tool.option}=`));
  const word = words[at];
  const said =
    word === undefined ? undefined : word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[at + 1];
  const set = said ?? tool.variables.map((name) => env.get(name)).find((value) => value);
  if (set === '?') return undefined;
  if (set !== undefined) return resolvePath(workdir, set);
  const path = env.get('GOPATH');
  if (tool.name === 'Go' && path) return `${path.split(':')[0]}/pkg/mod`;
  const xdg = env.get('XDG_CACHE_HOME');
  if (xdg && tool.below.xdg) return `${xdg}/${tool.below.xdg}`;
  const home = env.get('HOME') ?? homeOf(ran.user, ran.before);
  return home === undefined ? undefined : resolvePath(home, tool.below.home);
}

/** As the runtime sets HOME: of the account, or `/` for a number without one. */
function homeOf(user: Known<string>, { accounts }: StageState): Known<string> {
  if (user === undefined) return undefined;
  const [name = ''] = user.split(':');
  if (['', 'root', '0'].includes(name)) return '/root';
  const account =
    accounts.users.get(name) ?? [...accounts.users.values()].find(({ uid }) => String(uid) === name);
  return account ? account.home : /^\d+$/.test(name) && accounts.complete ? '/' : undefined;
}

function covers({ target }: Mount, place: string, ran: RanCommand): boolean {
  const at = resolvePath(ran.before.config.workdir ?? '/', target ?? '/');
  return place === at || place.startsWith(at === '/' ? '/' : `${at}/`);
}

/** A cache belongs to root with mode 0755 unless the mount says otherwise; tools then work without it. */
function writable(mount: Mount, tool: Tool, ran: RanCommand): Verdict | null {
  const user = ran.user === '' ? 'root' : ran.user;
  const uid = user === undefined ? undefined : lookupUser(user, ran.before.accounts).uid;
  if (uid === undefined)
    return unknown(`whether ${tool.name} may write to the cache is not known`, mount.range);
  if (uid === 0 || (mount.uid ?? 0) === uid || ((mount.mode ?? 0o755) & 0o002) !== 0) return null;
  return no(
    `The cache belongs to user ${mount.uid ?? 0}, and ${tool.name} runs as user ${uid}: it may not write there.`,
    mount.range,
  );
}
