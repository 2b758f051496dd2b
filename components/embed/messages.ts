import type { GoalResult } from '@/checker/types.ts';
import type { GoalText } from '../exercise/data';

/*
 * What an embedded exercise and the page around it say to each other by `postMessage`. Documented for authors of
 * such pages in docs/linking.md; what is there may be added to, never changed, within a version.
 */

export const NAME = 'cloud-native-containers-guide';
export const VERSION = 1;

/** From the exercise to the page around it. Never holds a learner's files. */
export type Message = { source: typeof NAME; version: typeof VERSION; exercise: string } & News;

export type News =
  | { type: 'ready'; title: string; goals: { id: string; sentence: string }[] }
  | { type: 'progress'; reached: number; total: number; goals: { id: string; reached: boolean }[] }
  | { type: 'done'; at: string }
  | { type: 'height'; height: number };

/** From the page around it to the exercise. */
export type Wish = { type: 'hello' } | { type: 'theme'; theme: 'light' | 'dark' | 'system' };

export function progressNews(
  goals: readonly GoalText[],
  results: readonly GoalResult[],
): News & { type: 'progress' } {
  const reached = new Set(results.filter(({ status }) => status === 'pass').map(({ id }) => id));
  return {
    type: 'progress',
    reached: goals.filter(({ id }) => reached.has(id)).length,
    total: goals.length,
    goals: goals.map(({ id }) => ({ id, reached: reached.has(id) })),
  };
}

/**
 * To whom news may be told: the origin that the fragment names, as in `#origin=https://school.example`. Without one,
 * to whatever page is around.
 */
export function hostOrigin(fragment: string): string {
  const named = new URLSearchParams(fragment.replace(/^#/, '')).get('origin');
  if (named === null) return '*';
  try {
    const { origin } = new URL(named);
    // An origin that is none must not turn into everybody.
    return origin === 'null' ? NOBODY : origin;
  } catch {
    return NOBODY;
  }
}

/** An origin that no page has. */
const NOBODY = 'https://nobody.invalid';

/**
 * The wish in a message; null for one that is not meant for this exercise or that comes from elsewhere.
 * @param host - what `hostOrigin` gave.
 * @param around - the window of the page around.
 */
export function wishIn(
  { data, origin, source }: { data: unknown; origin: string; source: unknown },
  host: string,
  around: unknown,
): Wish | null {
  if (source !== around || (host !== '*' && origin !== host)) return null;
  if (typeof data !== 'object' || data === null) return null;
  const { target, version, type, theme } = data as Record<string, unknown>;
  if (target !== NAME || version !== VERSION) return null;
  if (type === 'hello') return { type };
  if (type === 'theme' && (theme === 'light' || theme === 'dark' || theme === 'system'))
    return { type, theme };
  return null;
}
