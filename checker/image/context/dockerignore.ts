import type { Project } from '../../types.ts';
import { cleanPath } from '../paths.ts';
import { pathMatcher } from './patterns.ts';

/**
 * Reads a .dockerignore: one pattern a line, `#` in the first column begins a comment, blanks around a pattern and
 * a leading slash mean nothing. https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @returns patterns in order, cleaned, `!` in front of those that take back.
 */
export function readDockerignore(text: string): string[] {
  const patterns: string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split('\n')) {
    if (line.startsWith('#')) continue;
    let pattern = line.trim();
    if (pattern === '') continue;
    const exception = pattern.startsWith('!');
    if (exception) pattern = pattern.slice(1).trim();
    if (pattern !== '') {
      pattern = cleanPath(pattern);
      if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
    }
    patterns.push(exception ? `!${pattern}` : pattern);
  }
  return patterns;
}

/**
 * The ignore file that holds for a Dockerfile: `<Dockerfile>.dockerignore` beside it, else `.dockerignore` at the
 * root of the context; never both.
 * @returns its path, or null when there is none.
 */
export function ignoreFileFor(files: Project['files'], dockerfile = 'Dockerfile'): string | null {
  const own = `${dockerfile}.dockerignore`;
  if (files.get(own)?.kind === 'file') return own;
  return files.get('.dockerignore')?.kind === 'file' ? '.dockerignore' : null;
}

/**
 * What of a project's files reaches the builder, sorted by path. A directory that is left out comes back when
 * something in it does, which shows in the paths of what it holds.
 * @throws Error in BuildKit's words for a pattern that cannot be read.
 */
export function filesSent({ files, dockerfile }: Pick<Project, 'files' | 'dockerfile'>): Project['files'] {
  const made = sentBefore.get(files);
  if (made && made.dockerfile === dockerfile) return made.sent;
  const patterns = patternsFor(files, dockerfile);
  const ignored = ignoring(patterns);
  const sent = patterns.length === 0 ? files : new Map([...files].filter(([path]) => !ignored(path)));
  sentBefore.set(files, { dockerfile, sent });
  return sent;
}

const sentBefore = new WeakMap<
  Project['files'],
  { dockerfile: string | undefined; sent: Project['files'] }
>();

/** The last ignore file, with what it said of each path: a project is asked about again with every edit. */
let lastIgnored: { patterns: string; said: Map<string, boolean>; ask: (path: string) => boolean } | null =
  null;
/** Paths remembered at most. */
const MOST_PATHS = 20_000;

function ignoring(patterns: readonly string[]): (path: string) => boolean {
  const key = patterns.join('\n');
  if (lastIgnored?.patterns !== key)
    lastIgnored = { patterns: key, said: new Map(), ask: pathMatcher(patterns) };
  const { said, ask } = lastIgnored;
  return (path) => {
    let ignored = said.get(path);
    if (ignored === undefined) {
      ignored = ask(path);
      if (said.size < MOST_PATHS) said.set(path, ignored);
    }
    return ignored;
  };
}

/** The patterns that hold for a project's Dockerfile; none when an ignore file's text is not known. */
export function patternsFor(files: Project['files'], dockerfile?: string): string[] {
  const path = ignoreFileFor(files, dockerfile);
  const entry = path === null ? undefined : files.get(path);
  if (entry?.kind !== 'file' || entry.content === undefined) return [];
  const { content } = entry;
  return readDockerignore(typeof content === 'string' ? content : new TextDecoder().decode(content));
}

/** The ignore file's pattern that keeps a path from the builder, for messages; null when it is sent. */
export function ignoredBy(project: Pick<Project, 'files' | 'dockerfile'>, path: string): string | null {
  const patterns = patternsFor(project.files, project.dockerfile);
  if (!pathMatcher(patterns)(path)) return null;
  return patterns.findLast((pattern) => !pattern.startsWith('!') && pathMatcher([pattern])(path)) ?? null;
}
