import { exercisesOf, lessons } from '@/content/library';
import type { Outline } from './progress';

/** Reads the course at build time. */
export function courseOutline(): Outline {
  return {
    lessons: lessons().map(({ slug, title, minutes }) => ({
      slug,
      title,
      minutes,
      exercises: exercisesOf(slug).map((each) => ({ id: each.id, title: each.title, minutes: each.minutes })),
    })),
  };
}
