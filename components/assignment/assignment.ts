import { type LinkOptions, linkOptions, optionParameters, usualOptions } from '../share/address';

/*
 * An assignment is a link, in words that can be read and changed by hand:
 * `/assignment/#title=Week+3&exercise=slim-base&exercise=cache-order&due=Friday&hints=none&solution=hidden`
 */

export interface Assignment {
  title: string;
  /** Ids of exercises, in order. */
  exercises: readonly string[];
  /** As the instructor writes it; nothing is computed from it. */
  due: string;
  options: LinkOptions;
}

const mostExercises = 100;
const longestText = 200;

export const emptyAssignment: Assignment = { title: '', exercises: [], due: '', options: usualOptions };

/** The fragment of an assignment, `#` included. */
export function assignmentFragment({ title, exercises, due, options }: Assignment): string {
  const told = new URLSearchParams();
  if (title) told.append('title', title);
  for (const id of exercises) told.append('exercise', id);
  if (due) told.append('due', due);
  const parameters = [...(told.size > 0 ? [told.toString()] : []), ...optionParameters(options)];
  return `#${parameters.join('&')}`;
}

/** The assignment in a fragment; null when it lists no exercise. */
export function assignmentIn(fragment: string): Assignment | null {
  const told = new URLSearchParams(fragment.replace(/^#/, ''));
  const ids = told.getAll('exercise').filter((id) => id !== '');
  if (ids.length === 0) return null;
  const text = (name: string) => (told.get(name) ?? '').trim().slice(0, longestText);
  return {
    title: text('title') || 'Assignment',
    exercises: [...new Set(ids)].slice(0, mostExercises),
    due: text('due'),
    options: linkOptions(fragment),
  };
}
