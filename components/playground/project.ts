import type { Files } from '../exercise/data';

/*
 * A reader's own project: files, and what `docker build` and `docker compose` would be told about them. All of
 * it is plain data; every function here returns a new project.
 */

export interface OwnProject {
  /** Texts by path. */
  files: Files;
  /** Files that are known by their size in bytes alone: binary, or too large to be read. */
  sizes: Readonly<Record<string, number>>;
  /** Whether these are all files of the project, so that COPY can be told what it will not find. */
  whole: boolean;
  /** What to build; null where the names of the files decide. */
  dockerfile: string | null;
  /** The folder that is given to the build, `''` for the whole project; null where the Dockerfile's place decides. */
  context: string | null;
  /** The stage to build; `''` for the last one. */
  target: string;
  buildArgs: Readonly<Record<string, string>>;
  /** Compose files in the order of merging; null where their names decide. */
  compose: readonly string[] | null;
}

export const emptyProject: OwnProject = {
  files: {},
  sizes: {},
  whole: false,
  dockerfile: null,
  context: null,
  target: '',
  buildArgs: {},
  compose: null,
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const depthOf = (path: string) => path.split('/').length;

export const isDockerfile = (path: string) =>
  !path.endsWith('.dockerignore') &&
  (/^(Dockerfile|Containerfile)([.-].+)?$/.test(nameOf(path)) || /\.(dockerfile|containerfile)$/i.test(path));
export const isComposeFile = (path: string) => /^(docker-)?compose([.-].+)?\.ya?ml$/.test(nameOf(path));
const isIgnoreFile = (path: string) => path.endsWith('.dockerignore');
/** What this guide is about; the rest is the application's. */
export const isBuildFile = (path: string) => isDockerfile(path) || isComposeFile(path) || isIgnoreFile(path);

/** Nearest to the root first, then by name. */
const byPlace = (a: string, b: string) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1);

export const dockerfilesOf = ({ files }: OwnProject) => Object.keys(files).filter(isDockerfile).sort(byPlace);

/** As Compose looks for them: the file, what is laid over it, and then the others. */
export const composeFilesOf = ({ files }: OwnProject) =>
  Object.keys(files)
    .filter(isComposeFile)
    .sort((a, b) => depthOf(a) - depthOf(b) || composeRank(a) - composeRank(b) || (a < b ? -1 : 1));

const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = composeNames.map((name) => name.replace('.y', '.override.y'));
const composeRank = (path: string) =>
  composeNames.includes(nameOf(path)) ? 0 : overrideNames.includes(nameOf(path)) ? 1 : 2;

/** What the build runs on, with every choice made. */
export interface BuildSettings {
  contextKnown: boolean;
  /** Undefined in a project without a Dockerfile. */
  dockerfile: string | undefined;
  context: string;
  target: string;
  buildArgs: Readonly<Record<string, string>>;
  compose: readonly string[];
  sizes: Readonly<Record<string, number>>;
}

export function settingsOf(project: OwnProject): BuildSettings {
  const dockerfiles = dockerfilesOf(project);
  const dockerfile =
    project.dockerfile !== null && dockerfiles.includes(project.dockerfile)
      ? project.dockerfile
      : dockerfiles[0];
  return {
    contextKnown: project.whole,
    dockerfile,
    context: contextOf(project, dockerfile),
    // A stage that was renamed away is no choice any more.
    target: stagesIn(project.files[dockerfile ?? ''] ?? '').includes(project.target) ? project.target : '',
    buildArgs: project.buildArgs,
    compose: composeOf(project),
    sizes: project.sizes,
  };
}

/** The folders that a Dockerfile may be built from: its own, and those around it. */
export function contextsOf(dockerfile: string | undefined): string[] {
  const parts = folderOf(dockerfile ?? '')
    .split('/')
    .filter(Boolean);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/')).concat('');
}

/** The Dockerfile's own folder, or the one around it when there is nothing in it to build. */
function contextOf(project: OwnProject, dockerfile: string | undefined): string {
  const possible = contextsOf(dockerfile);
  if (project.context !== null && possible.includes(project.context)) return project.context;
  const paths = [...Object.keys(project.files), ...Object.keys(project.sizes)];
  const holdsMore = (folder: string) =>
    paths.some((path) => path.startsWith(`${folder}/`) && !isBuildFile(path));
  return possible.find((folder) => folder === '' || holdsMore(folder)) ?? '';
}

function composeOf(project: OwnProject): readonly string[] {
  const there = composeFilesOf(project);
  const chosen = project.compose?.filter((path) => there.includes(path));
  if (chosen) return chosen;
  const [first, second] = there;
  if (first === undefined) return [];
  const belongs = second !== undefined && composeRank(first) === 0 && composeRank(second) === 1;
  return belongs && folderOf(first) === folderOf(second) ? [first, second] : [first];
}

/** Names of the stages of a Dockerfile, in order. */
export const stagesIn = (dockerfile: string): string[] => [
  ...new Set(
    [...dockerfile.matchAll(/^[ \t]*FROM[ \t].*[ \t]AS[ \t]+([\w.-]+)/gim)].map(([, name]) => name as string),
  ),
];

/** Variables that a Dockerfile lets the build set, with their defaults. */
export function argumentsIn(dockerfile: string): { name: string; usual: string }[] {
  const found = new Map<string, string>();
  for (const [, declared = ''] of dockerfile.matchAll(/^[ \t]*ARG[ \t]+(.+)$/gim))
    for (const [, name = '', usual = ''] of declared.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g))
      if (!found.get(name)) found.set(name, usual.replace(/^(["'])(.*)\1$/, '$2'));
  return [...found].map(([name, usual]) => ({ name, usual }));
}

export const pathsOf = ({ files, sizes }: OwnProject): string[] =>
  [...Object.keys(files), ...Object.keys(sizes)].sort();

/**
 * A path as a project has it.
 * @returns the path without what means nothing, or why there can be no such file.
 */
export function readPath(text: string, project: OwnProject): { path: string } | { wrong: string } {
  const path = text
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\/{2,}/g, '/');
  const parts = path.split('/');
  if (path === '') return { wrong: 'A file needs a name.' };
  if (path.endsWith('/'))
    return { wrong: 'This is the name of a folder. Add the name of a file: folders come with their files.' };
  if (parts.some((part) => part === '.' || part === '..'))
    return { wrong: 'A path may not hold "." or "..": a build sees nothing outside its context.' };
  if (/[\u0000-\u001f\u007f]/.test(path)) return { wrong: 'A name may not hold control characters.' };
  if (path.length > 500) return { wrong: 'This path has more than 500 characters.' };
  const others = pathsOf(project);
  if (others.includes(path)) return { wrong: `There is a file ${path} already.` };
  const inTheWay = others.find((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
  if (inTheWay) return { wrong: `${inTheWay} is in the way: a name is either a file or a folder.` };
  return { path };
}

export const addFile = (project: OwnProject, path: string, text = ''): OwnProject => ({
  ...project,
  files: { ...project.files, [path]: text },
  sizes: without(project.sizes, path),
});

export const removeFile = (project: OwnProject, path: string): OwnProject => ({
  ...project,
  files: without(project.files, path),
  sizes: without(project.sizes, path),
});

/** Gives a file another path, in its place in the list and in the choices that name it. */
export function renameFile(project: OwnProject, from: string, to: string): OwnProject {
  const rename = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).map(([path, value]) => [path === from ? to : path, value]));
  return {
    ...project,
    files: rename(project.files),
    sizes: rename(project.sizes),
    dockerfile: project.dockerfile === from ? to : project.dockerfile,
    compose: project.compose?.map((path) => (path === from ? to : path)) ?? null,
  };
}

const without = <Value>(record: Readonly<Record<string, Value>>, path: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== path));

/** Looks no further than the first difference: a project may hold megabytes, and is compared while one types. */
export const sameProject = (one: OwnProject, other: OwnProject): boolean =>
  one === other ||
  (one.whole === other.whole &&
    one.dockerfile === other.dockerfile &&
    one.context === other.context &&
    one.target === other.target &&
    one.compose?.join('\n') === other.compose?.join('\n') &&
    sameRecord(one.files, other.files) &&
    sameRecord(one.sizes, other.sizes) &&
    sameRecord(one.buildArgs, other.buildArgs));

function sameRecord<Value>(one: Readonly<Record<string, Value>>, other: Readonly<Record<string, Value>>) {
  const paths = Object.keys(one);
  return (
    one === other ||
    (paths.length === Object.keys(other).length &&
      paths.every((path) => Object.hasOwn(other, path) && one[path] === other[path]))
  );
}

/** A project out of what was kept or sent; null for anything else. */
export function projectFrom(value: unknown): OwnProject | null {
  if (!isRecord(value)) return null;
  const {
    files,
    sizes = {},
    whole,
    dockerfile = null,
    context = null,
    target = '',
    buildArgs = {},
    compose = null,
  } = value;
  const isText = (one: unknown) => typeof one === 'string';
  const isSize = (one: unknown) => typeof one === 'number' && Number.isSafeInteger(one) && one >= 0;
  const good =
    isRecord(files) &&
    Object.values(files).every(isText) &&
    isRecord(sizes) &&
    Object.values(sizes).every(isSize) &&
    isRecord(buildArgs) &&
    Object.values(buildArgs).every(isText) &&
    (dockerfile === null || isText(dockerfile)) &&
    (context === null || isText(context)) &&
    isText(target) &&
    (compose === null || (Array.isArray(compose) && compose.every(isText)));
  if (!good) return null;
  return {
    files,
    sizes,
    whole: whole === true,
    dockerfile,
    context,
    target,
    buildArgs,
    compose,
  } as OwnProject;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
