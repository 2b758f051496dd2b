/** The course as far as progress needs it; fixed at build time. */
export interface Outline {
  lessons: {
    slug: string;
    title: string;
    /** Reading time. */
    minutes: number;
    exercises: { id: string; title: string; minutes: number }[];
  }[];
}

/** Everything that is kept of the guide in this browser, parsed, by key. */
export type Entries = Readonly<Record<string, unknown>>;

export interface Visit {
  /** Path inside the guide: `/lessons/images/`. */
  path: string;
  title: string;
}

export interface Progress {
  solved: ReadonlySet<string>;
  /** Exercises with a draft that is not solved yet. */
  begun: ReadonlySet<string>;
  read: ReadonlySet<string>;
  last: Visit | null;
}

export const readKey = (lesson: string) => `guide:read:${lesson}`;
export const lastKey = 'guide:last';
const resultPrefix = 'guide:result:';
const draftPrefix = 'guide:draft:';
const readPrefix = 'guide:read:';

/** What the entries say; damaged ones count for nothing. */
export function progressOf(entries: Entries): Progress {
  const solved = new Set(idsUnder(entries, resultPrefix));
  const begun = new Set(idsUnder(entries, draftPrefix).filter((id) => !solved.has(id)));
  return { solved, begun, read: new Set(idsUnder(entries, readPrefix)), last: visit(entries[lastKey]) };
}

/** Minutes of reading and practice that are not done. */
export function minutesLeft({ lessons }: Outline, { solved, read }: Progress): number {
  const reading = lessons.filter(({ slug }) => !read.has(slug)).map(({ minutes }) => minutes);
  const practice = lessons
    .flatMap(({ exercises }) => exercises)
    .filter(({ id }) => !solved.has(id))
    .map(({ minutes }) => minutes);
  return [...reading, ...practice].reduce((sum, each) => sum + each, 0);
}

/**
 * Where to go on: the page that was open last unless it is done, else the first thing in the course that is not.
 * @returns null when all is done or nothing was begun.
 */
export function resumeAt(outline: Outline, progress: Progress): Visit | null {
  const { last, solved, read, begun } = progress;
  if (!last && solved.size + read.size + begun.size === 0) return null;
  const open = stepsOf(outline).filter(({ kind, id }) => !(kind === 'lesson' ? read : solved).has(id));
  const next = open.find(({ path }) => path === last?.path) ?? open[0];
  return next ? { path: next.path, title: next.title } : null;
}

/** What follows an exercise in the course: the next one of its lesson, or the next lesson; null at the end. */
export function nextAfter(exercise: string, outline: Outline): Visit | null {
  const steps = stepsOf(outline);
  const at = steps.findIndex(({ kind, id }) => kind === 'exercise' && id === exercise);
  const next = at < 0 ? undefined : steps[at + 1];
  return next ? { path: next.path, title: next.title } : null;
}

/** Lessons and exercises in the order of the course, each lesson before its exercises. */
const stepsOf = ({ lessons }: Outline) =>
  lessons.flatMap(({ slug, title, exercises }) => [
    { kind: 'lesson' as const, id: slug, path: `/lessons/${slug}/`, title },
    ...exercises.map(({ id, title }) => ({
      kind: 'exercise' as const,
      id,
      path: `/exercises/${id}/`,
      title,
    })),
  ]);

function idsUnder(entries: Entries, prefix: string): string[] {
  return Object.keys(entries)
    .filter((key) => key.startsWith(prefix) && isObject(entries[key]))
    .map((key) => key.slice(prefix.length));
}

function visit(kept: unknown): Visit | null {
  if (!isObject(kept) || typeof kept.path !== 'string' || typeof kept.title !== 'string') return null;
  return /^\/[^/\\]/.test(kept.path) ? { path: kept.path, title: kept.title } : null;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
