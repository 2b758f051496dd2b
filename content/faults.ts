import type { Goal } from '@/checker/goals/goal.ts';
import { check, type Report } from '@/checker/index.ts';
import { exerciseProject } from './exercise-setup';
import type { ExerciseFolder, Files } from './library';

/*
 * What is wrong with lessons and exercises, each as one line that begins with file and line, so that an author
 * sees where to look: `content/lessons/why-containers.mdx:31: There is no exercise "red-dockerfile".`
 */

const fault = (path: string, line: number, message: string) => `${path}:${line}: ${message}`;

const lineAt = (source: string, index: number) => source.slice(0, index).split('\n').length;

/** Line of a key of the front matter, 1 where the key is missing. */
function lineOfKey(source: string, key: string): number {
  const found = new RegExp(`^ *${key}:`, 'm').exec(source);
  return found ? lineAt(source, found.index) : 1;
}

type Wish = (value: unknown) => string | null;

const text: Wish = (value) =>
  typeof value === 'string' && value.trim() !== '' ? null : 'must be a text that is not empty';
const minutes =
  (least: number, most: number): Wish =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? null
      : `must be a whole number from ${least} to ${most}`;
const oneOf =
  (...allowed: readonly string[]): Wish =>
  (value) =>
    allowed.includes(String(value)) ? null : `must be one of: ${allowed.join(', ')}`;
const list =
  (each: Wish): Wish =>
  (value) =>
    Array.isArray(value) && value.length > 0
      ? (value.map(each).find((said) => said !== null) ?? null)
      : 'must be a list with something in it';
const source: Wish = (value) => {
  const { title, url, read } = (value ?? {}) as Record<string, unknown>;
  if (text(title) !== null) return 'needs a title for each source';
  if (!/^https:\/\//.test(String(url))) return `needs an https address for "${title}"`;
  return /^20\d\d-\d\d$/.test(String(read)) ? null : `needs the month in which "${title}" was read: 2026-11`;
};

const LESSON: Readonly<Record<string, Wish>> = {
  title: text,
  summary: text,
  minutes: minutes(1, 60),
  outcomes: list(text),
  sources: list(source),
};

function metaFaults(path: string, file: string, meta: object, wishes: Readonly<Record<string, Wish>>) {
  return Object.entries(wishes).flatMap(([key, wish]) => {
    const said = wish((meta as Record<string, unknown>)[key]);
    return said === null ? [] : [fault(path, lineOfKey(file, key), `\`${key}\` ${said}.`)];
  });
}

/** Ids that a lesson may name. */
export interface Known {
  exercises: readonly string[];
  quizzes: readonly string[];
  labs: readonly string[];
}

/**
 * @param path - as it is shown in front of a fault.
 * @param file - the whole .mdx file.
 * @param meta - its front matter.
 */
export function lessonFaults(path: string, file: string, meta: object, known: Known): string[] {
  const named = [
    ['exercise', /<Exercise\s[^>]*?\bid="([^"]*)"/g, known.exercises],
    ['quiz', /<Quiz\s[^>]*?\bid="([^"]*)"/g, known.quizzes],
    ['lab', /<BuildLab\s[^>]*?\bid="([^"]*)"/g, known.labs],
  ] as const;
  return [
    ...metaFaults(path, file, meta, LESSON),
    ...named.flatMap(([kind, pattern, ids]) =>
      [...file.matchAll(pattern)].flatMap(({ 1: id = '', index }) =>
        ids.includes(id) ? [] : [fault(path, lineAt(file, index), `There is no ${kind} "${id}".`)],
      ),
    ),
    ...fences(file).flatMap((fence) => fenceFaults(path, fence)),
  ];
}

interface Fence {
  language: 'dockerfile' | 'compose';
  /** Of the opening fence. */
  line: number;
  text: string;
  /** What stands above a part of a Dockerfile. */
  from: string | undefined;
  breaks: string[];
}

/** The Dockerfile and Compose blocks of a lesson. */
export function fences(file: string): Fence[] {
  const found = [...file.matchAll(/^( *)(```+)(dockerfile|compose)\b([^\n]*)\n([\s\S]*?)^\1\2 *$/gm)];
  return found.map(({ 3: language, 4: meta = '', 5: text = '', index }) => ({
    language: language as Fence['language'],
    line: lineAt(file, index),
    text,
    from: /\bfrom="([^"]+)"/.exec(meta)?.[1],
    breaks: (/\bbreaks="([^"]+)"/.exec(meta)?.[1] ?? '').split(/[\s,]+/).filter(Boolean),
  }));
}

/** Nothing is known of the files beside a block, so nothing may be said about what COPY finds. */
function fenceFaults(path: string, { language, line, text, from, breaks }: Fence): string[] {
  const name = language === 'compose' ? 'compose.yaml' : 'Dockerfile';
  const whole = from ? `FROM ${from}\n${text}` : text;
  const report = check({ ...exerciseProject({ [name]: whole }, [name]), contextKnown: false });
  const place = (at: number) => line + at - (from ? 1 : 0);
  const said = report.diagnostics.map(({ rule }) => ruleName(rule));
  return [
    ...crashes(path, report),
    ...errorsOf(report)
      .filter(({ rule }) => !breaks.includes(ruleName(rule)))
      .map(({ rule, message, range }) =>
        fault(path, place(range.startLine), `${ruleName(rule)}: ${message}`),
      ),
    ...breaks
      .filter((rule) => !said.includes(rule))
      .map((rule) => fault(path, line, `The block says that it breaks "${rule}", and it does not.`)),
  ];
}

/** An exercise with what its `goals.ts` exports. */
export interface WholeExercise {
  folder: ExerciseFolder;
  goals: readonly Goal[];
  judge(files: Files): Report;
}

const homeOf = ({ folder }: WholeExercise) => `content/exercises/${folder.id}`;

/** What is wrong with the task, its files and its goals, the attempts left aside. */
export function exerciseFaults(exercise: WholeExercise, file: string, course: readonly string[]): string[] {
  const { folder, goals } = exercise;
  const home = homeOf(exercise);
  const task = `${home}/exercise.mdx`;
  const ids = goals.map(({ id }) => id);
  const starter = Object.keys(folder.starter);
  const wishes = {
    title: text,
    lesson: oneOf(...course),
    minutes: minutes(3, 15),
    level: oneOf('repair', 'complete', 'write'),
    files: list(text),
  };
  return [
    ...metaFaults(task, file, folder, wishes),
    ...(ids.length > 0 ? [] : [fault(`${home}/goals.ts`, 1, 'There is no goal yet.')]),
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => fault(`${home}/goals.ts`, 1, `Two goals are called "${id}".`)),
    ...goals.flatMap(({ id, sentence, hint }) =>
      text(sentence) === null && text(hint) === null
        ? []
        : [fault(`${home}/goals.ts`, 1, `The goal "${id}" needs a sentence and a hint.`)],
    ),
    ...folder.files
      .filter((path) => !starter.includes(path))
      .map((path) => fault(task, lineOfKey(file, 'files'), `starter/ has no "${path}".`)),
    ...starter
      .filter((path) => !folder.files.includes(path))
      .map((path) => fault(`${home}/starter/${path}`, 1, '`files` in exercise.mdx does not name it.')),
    ...(folder.solutions.length > 0 ? [] : [fault(`${home}/solutions`, 1, 'There is no solution yet.')]),
    ...folder.solutions.flatMap(({ name, why, files }) => [
      ...(text(why) === null
        ? []
        : [fault(task, lineOfKey(file, name), `The solution "${name}" needs a reason, its \`why\`.`)]),
      ...Object.keys(files)
        .filter((path) => !folder.files.includes(path))
        .map((path) => fault(`${home}/solutions/${name}/${path}`, 1, 'The learner cannot edit this file.')),
    ]),
    ...ids
      .filter((id) => !folder.wrong.some(({ goal }) => goal === id))
      .map((id) => fault(`${home}/wrong/${id}`, 1, 'No wrong attempt fails this goal yet.')),
    ...folder.wrong
      .filter(({ goal }) => !ids.includes(goal))
      .map(({ path }) => fault(`${home}/${path}`, 1, 'There is no goal of this name.')),
  ];
}

/** The starter must fail a goal, and by a verdict. */
export function starterFaults(exercise: WholeExercise): string[] {
  const report = exercise.judge({});
  const path = `${homeOf(exercise)}/starter/${exercise.folder.files[0]}`;
  const solved = report.goals.every(({ status }) => status === 'pass');
  return [
    ...crashes(path, report),
    ...(solved ? [fault(path, 1, 'The starter reaches every goal already.')] : []),
  ];
}

/** A solution reaches every goal, and the build goes through. */
export function solutionFaults(exercise: WholeExercise, name: string, files: Files): string[] {
  const report = exercise.judge(files);
  const home = `${homeOf(exercise)}/solutions/${name}`;
  const first = `${home}/${exercise.folder.files[0]}`;
  return [
    ...crashes(first, report),
    ...report.goals
      .filter(({ status }) => status === 'fail')
      .map(({ id, message, file, range }) =>
        fault(file ? `${home}/${file}` : first, range?.startLine ?? 1, `does not reach "${id}": ${message}`),
      ),
    ...errorsOf(report).map(({ rule, message, file, range }) =>
      fault(`${home}/${file}`, range.startLine, `${ruleName(rule)}: ${message}`),
    ),
  ];
}

/** A wrong attempt fails the goal that its folder is called after. */
export function attemptFaults(
  exercise: WholeExercise,
  { goal, path, files }: ExerciseFolder['wrong'][number],
) {
  const report = exercise.judge(files);
  const first = `${homeOf(exercise)}/${path}/${Object.keys(files)[0] ?? ''}`;
  const result = report.goals.find(({ id }) => id === goal);
  return [
    ...crashes(first, report),
    ...(result?.status === 'pass' ? [fault(first, 1, `reaches "${goal}", which it should fail.`)] : []),
  ];
}

/** The checker's own failures. */
function crashes(path: string, { failures, goals }: Report): string[] {
  return [
    ...failures.map((failure) => fault(path, 1, `The checker failed: ${JSON.stringify(failure)}`)),
    ...goals
      .filter(({ status }) => status === 'error')
      .map(({ id, message }) => fault(path, 1, `The goal "${id}" crashed: ${message}`)),
  ];
}

const errorsOf = ({ diagnostics }: Report) => diagnostics.filter(({ severity }) => severity === 'error');

const ruleName = (rule: string) => (rule === 'build-refused' ? 'refused' : rule);
