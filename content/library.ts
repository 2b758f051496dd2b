import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { course } from './course';

/*
 * Reads lessons and exercises from their folders, for pages at build time and for tests. Never for the browser.
 */

const root = join(process.cwd(), 'content');

/** Front matter of a lesson. */
export interface LessonMeta {
  slug: string;
  /** Position in the course, from 1. */
  number: number;
  title: string;
  /** One or two sentences for the course map and for search engines. */
  summary: string;
  /** Honest reading time without the exercises. */
  minutes: number;
  /** What the reader will be able to do, each completing "You will be able to ...". */
  outcomes: string[];
  /** Where the facts of the lesson stand. */
  sources: { title: string; url: string; read: string }[];
}

export type Level = 'repair' | 'complete' | 'write';

/** Front matter of an exercise. */
export interface ExerciseMeta {
  id: string;
  title: string;
  /** Slug of the lesson that it belongs to. */
  lesson: string;
  minutes: number;
  level: Level;
  /** Paths that the learner may edit; the first one is open at the start. */
  files: string[];
  /** By folder name: how each solution is called, and why it is as it is. */
  solutions: Record<string, { title: string; why: string }>;
}

/** File contents by path. */
export type Files = Record<string, string>;

export interface Solution {
  /** Folder name: `curl-installed`. */
  name: string;
  title: string;
  why: string;
  files: Files;
}

export interface ExerciseFolder extends Omit<ExerciseMeta, 'solutions'> {
  starter: Files;
  /** Starters that were published before, newest first: links that carry a learner's files are packed against them. */
  earlier: Files[];
  context: Files;
  solutions: Solution[];
  /** Wrong attempts by the goal that they fail, each with its folder: `wrong/serves/no-code`. */
  wrong: { goal: string; path: string; files: Files }[];
}

export function lessons(): LessonMeta[] {
  return course.map((slug, at) => ({
    slug,
    number: at + 1,
    sources: [],
    ...frontMatter('lessons', `${slug}.mdx`),
  }));
}

/** @throws when the course has no such lesson. */
export function lesson(slug: string): LessonMeta {
  const found = lessons().find((each) => each.slug === slug);
  if (!found) throw new Error(`No lesson "${slug}" in content/course.ts`);
  return found;
}

/** A lesson as it was written, front matter included. */
export const lessonText = (slug: string): string =>
  readFileSync(join(root, 'lessons', `${slug}.mdx`), 'utf8');

export const exerciseIds = (): string[] => folders(join(root, 'exercises'));

export function exerciseMeta(id: string): ExerciseMeta {
  return { id, ...frontMatter('exercises', id, 'exercise.mdx') };
}

/** The exercises of a lesson, in the order in which its reader meets them. */
export function exercisesOf(lessonSlug: string): ExerciseMeta[] {
  const text = lessonText(lessonSlug);
  const place = ({ id }: ExerciseMeta) => text.indexOf(`<Exercise id="${id}"`);
  return exerciseIds()
    .map(exerciseMeta)
    .filter((each) => each.lesson === lessonSlug)
    .sort((one, other) => place(one) - place(other));
}

export function exercise(id: string): ExerciseFolder {
  const home = join(root, 'exercises', id);
  const meta = exerciseMeta(id);
  return {
    ...meta,
    starter: files(join(home, 'starter')),
    earlier: folders(join(home, 'earlier'))
      .reverse()
      .map((name) => files(join(home, 'earlier', name))),
    context: files(join(home, 'context')),
    solutions: folders(join(home, 'solutions')).map((name) => ({
      name,
      title: name,
      why: '',
      ...meta.solutions[name],
      files: files(join(home, 'solutions', name)),
    })),
    wrong: folders(join(home, 'wrong')).flatMap((goal) => attempts(join(home, 'wrong', goal), goal)),
  };
}

/** `wrong/<goal>/` is one attempt, or holds several in folders of their own. */
function attempts(home: string, goal: string) {
  const direct = readdirSync(home, { withFileTypes: true }).some((entry) => entry.isFile());
  if (direct) return [{ goal, path: `wrong/${goal}`, files: files(home) }];
  return folders(home).map((name) => ({
    goal,
    path: `wrong/${goal}/${name}`,
    files: files(join(home, name)),
  }));
}

/** Names of the folders in a folder, sorted; none where it is absent. */
export function folders(home: string): string[] {
  if (!existsSync(home)) return [];
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Contents of every file below a folder, by path; none where it is absent. */
export function files(home: string): Files {
  if (!existsSync(home)) return {};
  const found = readdirSync(home, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    found
      .sort()
      .map((path) => [path.slice(home.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

function frontMatter(...path: string[]) {
  return readFrontMatter(`content/${path.join('/')}`, readFileSync(join(root, ...path), 'utf8'));
}

/**
 * The YAML between the two lines of dashes at the top of a file.
 * @throws in one line that begins with file and line.
 */
export function readFrontMatter(path: string, source: string) {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];
  if (block === undefined)
    throw new Error(`${path}:1: The file must begin with front matter, between two lines of ---.`);
  const document = parseDocument(block);
  const [error] = document.errors;
  if (!error) return document.toJS();
  const line = (error.linePos?.[0].line ?? 0) + 1;
  throw new Error(`${path}:${line}: ${error.message.split('\n')[0]?.replace(/ at line .*/, '.')}`);
}
