import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../exercise/storage';

/** By question: the answer that was given first, and the one that stands now. */
export type Answers = Readonly<Record<string, { first: string; last: string }>>;

interface KeptAnswers {
  version: 1;
  answers: Answers;
}

export const answersKey = (quiz: string) => `guide:quiz:${quiz}`;
export const questionAnchor = (quiz: string, question: string) => `quiz-${quiz}-${question}`;

const none: Answers = {};
const known = new Map<string, Answers>();
const listeners = new Set<() => void>();

/** What was answered in a quiz, here or on an earlier visit; nothing while the page is being rendered. */
export function useAnswers(quiz: string): Answers {
  return useSyncExternalStore(
    subscribe,
    () => answersOf(quiz),
    () => none,
  );
}

/** What was answered in several quizzes, one text that changes with any of them. */
export function useAnswersOf(quizzes: readonly string[]): readonly Answers[] {
  const snapshot = () => JSON.stringify(quizzes.map(answersOf));
  return JSON.parse(useSyncExternalStore(subscribe, snapshot, () => JSON.stringify(quizzes.map(() => none))));
}

/** Notes an answer; the quiz goes on in memory when nothing can be kept. */
export function giveAnswer(quiz: string, question: string, answer: string): void {
  const before = answersOf(quiz);
  const answers = { ...before, [question]: { first: before[question]?.first ?? answer, last: answer } };
  known.set(quiz, answers);
  keep(answersKey(quiz), { version: 1, answers } satisfies KeptAnswers);
  for (const listener of listeners) listener();
}

function answersOf(quiz: string): Answers {
  let answers = known.get(quiz);
  if (!answers) {
    answers = readAnswers(readKept(answersKey(quiz)));
    known.set(quiz, answers);
  }
  return answers;
}

/** What is kept, without what is damaged. */
export function readAnswers(kept: unknown): Answers {
  if (!isObject(kept) || !isObject(kept.answers)) return none;
  const readable = Object.entries(kept.answers).flatMap(([question, given]) =>
    isObject(given) && typeof given.first === 'string' && typeof given.last === 'string'
      ? [[question, { first: given.first, last: given.last }] as const]
      : [],
  );
  return Object.fromEntries(readable);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
