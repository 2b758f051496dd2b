import { isMap, isScalar, parseDocument } from 'yaml';
import { resolvePath } from '../image/paths.ts';
import { lookupUser } from '../image/permissions.ts';
import { listeningOf } from '../image/runtime/listening.ts';
import { containerProcess } from '../image/runtime/process.ts';
import type { BuiltStage, Known, Presence } from '../image/types.ts';
import { LineIndex } from '../text.ts';
import type { Verdict } from '../types.ts';
import type { GoalCheck, GoalFacts } from './goal.ts';
import { onImage } from './verdict.ts';

/**
 * Every spelling of the right answer to one question about an image, in lower case; undefined where the build on
 * paper does not know it.
 */
export type Fact = (image: BuiltStage, facts: GoalFacts) => Known<readonly string[]>;

/**
 * A file of questions, `key: answer`, says of one thing what the build on paper says of it.
 * @param file - YAML, path in the project.
 */
export function answered(file: string, key: string, fact: Fact): GoalCheck {
  return onImage((image, _build, facts): Verdict => {
    const entry = facts.project.files.get(file);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const answer = answerOf(text, key);
    if (answer.is === 'unreadable') return { is: 'no', because: answer.because, file, range: answer.range };
    if (answer.is === 'missing')
      return { is: 'no', because: `\`${key}\` has no answer yet.`, file, range: answer.range };
    const right = fact(image, facts);
    if (right === undefined)
      return { is: 'unknown', because: `what is right for \`${key}\` is not known`, file };
    return right.includes(plain(answer.text))
      ? { is: 'yes' }
      : {
          is: 'no',
          because: `\`${answer.text}\` is not the answer to \`${key}\`.`,
          file,
          range: answer.range,
        };
  });
}

type Answer =
  | { is: 'given'; text: string; range: ReturnType<LineIndex['range']> }
  | { is: 'missing'; range?: ReturnType<LineIndex['range']> }
  | { is: 'unreadable'; because: string; range?: ReturnType<LineIndex['range']> };

function answerOf(text: string, key: string): Answer {
  const index = new LineIndex(text);
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const range = index.range(...error.pos);
    const because =
      error.code === 'DUPLICATE_KEY'
        ? `Line ${range.startLine} asks something for the second time. Leave each question there once.`
        : `Line ${range.startLine} cannot be read. Each line is a question, a colon, a space and the answer.`;
    return { is: 'unreadable', because, range };
  }
  const pair = isMap(document.contents)
    ? document.contents.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  if (!pair || !isScalar(pair.key)) return { is: 'missing' };
  const range = pair.key.range ? index.range(pair.key.range[0], pair.key.range[1]) : undefined;
  if (pair.value === null) return { is: 'missing', range };
  if (!isScalar(pair.value))
    return { is: 'unreadable', because: `The answer to \`${key}\` must be one word or number.`, range };
  // As it was typed: YAML would make another number of 0010 and 1e3.
  const said = pair.value.source ?? '';
  const place = pair.value.range ? index.range(pair.value.range[0], pair.value.range[1]) : range;
  return said.trim() === '' || !place
    ? { is: 'missing', range }
    : { is: 'given', text: said.trim(), range: place };
}

/** Without what nobody means by it: capitals, quotes, a dot at the end. */
function plain(answer: string): string {
  return answer
    .toLowerCase()
    .replace(/^["'`]+|["'`.]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Who the container runs as: by name or number, with its group or without. */
export const runningUser: Fact = (image) => {
  const { config, accounts } = image.end;
  if (config.user === undefined) return undefined;
  const spec = config.user === '' ? 'root' : config.user;
  const [name = ''] = spec.split(':');
  const { uid } = lookupUser(spec, accounts);
  const names = [...accounts.users].flatMap(([user, account]) => (account.uid === uid ? [user] : []));
  const users = [name, ...(uid === undefined ? [] : [String(uid), ...names]), ...(uid === 0 ? ['root'] : [])];
  const groups = [...accounts.groups.keys(), ...[...accounts.groups.values()].map(String)];
  return lower([...users, ...users.flatMap((user) => groups.map((group) => `${user}:${group}`))]);
};

/** The port that the application listens on. */
export const listeningPort: Fact = (image) => {
  const { port } = listeningOf(image.end);
  return port === undefined ? undefined : [`${port}`, `${port}/tcp`, `:${port}`, `port ${port}`];
};

/** The image of the final stage's FROM, with or without what Docker adds to its name. */
export const baseImage: Fact = (image) => {
  if (image.base.kind !== 'image') return undefined;
  const name = image.base.reference.replace(/^(docker\.io\/)?(library\/)?/, '');
  return lower([name, `library/${name}`, `docker.io/library/${name}`, `docker.io/${name}`]);
};

/** Releases that somebody may add to the name: the question is about the distribution. */
const RELEASES: Readonly<Record<string, string>> = {
  debian: '11 bullseye 12 bookworm 13 trixie',
  ubuntu: '22.04 jammy 24.04 noble 26.04',
  alpine: '3.21 3.22 3.23 3.24',
};

/** Which Linux the files of the image are. */
export const distribution: Fact = (image) => {
  const { distribution: name } = image.end;
  if (name === 'unknown') return undefined;
  const names = [name, `${name} linux`, `${name} gnu/linux`];
  const releases = (RELEASES[name] ?? '').split(' ').filter(Boolean);
  return [...names, ...names.flatMap((each) => releases.map((release) => `${each} ${release}`))];
};

/** Where a file of the application lies in the image, by its path below the working directory. */
export function pathInImage(path: string): Fact {
  return (image) => {
    const { workdir } = image.end.config;
    if (workdir === undefined) return undefined;
    const found = image.end.files.lookup(resolvePath(workdir, path));
    return found.is === 'present' ? lower([found.path, found.path.slice(1)]) : undefined;
  };
}

/** The program of process 1: by name, by path, or with its arguments; of `python -m uvicorn` also `uvicorn`. */
export const firstProgram: Fact = (image) => {
  const process = containerProcess(image.end);
  if (!process || process.pid1 === 'unknown') return undefined;
  const argv = process.pid1 === 'application' ? process.argv : [process.first];
  const [program, option, module] = argv;
  if (program === undefined) return undefined;
  const name = program.replace(/^.*\//, '');
  const version =
    image.base.kind === 'image' ? /python:(\d+\.\d+)/.exec(image.base.reference)?.[1] : undefined;
  const first = name === 'python' ? [name, 'python3', `python${version ?? 3}`] : [name];
  const called = option === '-m' && module !== undefined ? [module, `${name} -m ${module}`] : [];
  const whole = argv.includes(undefined) ? [] : [argv.join(' ')];
  const places = ['/usr/local/bin', '/usr/bin', '/bin'].flatMap((folder) =>
    first.map((each) => `${folder}/${each}`),
  );
  return lower([program, ...first, ...places, ...called, ...whole]);
};

/** Whether the image has a program of this name. */
export function program(name: string): Fact {
  return (image) => yesOrNo(image.end.hasCommand(name));
}

/** Whether the image has something at this path, relative ones seen from its working directory. */
export function fileInImage(path: string): Fact {
  return (image) => {
    const found = image.end.files.lookup(resolvePath(image.end.config.workdir ?? '/', path));
    return yesOrNo(found.is === 'present' ? 'yes' : found.is === 'absent' ? 'no' : 'unknown');
  };
}

function yesOrNo(there: Presence): Known<readonly string[]> {
  if (there === 'unknown') return undefined;
  return there === 'yes' ? ['yes', 'y', 'true', 'it is'] : ['no', 'n', 'false', 'not', 'none', 'it is not'];
}

const lower = (spellings: readonly string[]) => spellings.map((each) => each.toLowerCase());
