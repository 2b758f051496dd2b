import type { Goal } from '@/checker/goals/goal.ts';
import type { SearchDocument } from '@/components/search/search';
import { examples } from './examples';
import { guide } from './guide';
import { exerciseIds, exerciseMeta, lesson, lessons } from './library';
import { rulePages } from './rules';

/*
 * What the search of the site finds, gathered at build time. Never for the browser, which loads it as
 * /search-documents.json.
 */

interface Section {
  id: string | null;
  title: string;
  text: string;
}

/** Every lesson by its sections, then exercises, practices, rules and examples, each kind in the site's own order. */
export async function searchDocuments(): Promise<SearchDocument[]> {
  const ofLessons = await Promise.all(lessons().map(({ slug }) => lessonDocuments(slug)));
  const ofExercises = await Promise.all(exerciseIds().map(exerciseDocument));
  return [...ofLessons.flat(), ...ofExercises, ...practices(), ...rules(), ...ofExamples()];
}

async function lessonDocuments(slug: string): Promise<SearchDocument[]> {
  const { title, number, summary } = lesson(slug);
  const { sections } = (await import(`@/content/lessons/${slug}.mdx`)) as { sections: Section[] };
  return sections.map((section) => ({
    href: `/lessons/${slug}/${section.id ? `#${section.id}` : ''}`,
    kind: 'lesson',
    title: section.id ? section.title : title,
    place: `Lesson ${number}${section.id ? `, ${title}` : ''}`,
    text: section.id ? section.text : `${summary} ${section.text}`,
  }));
}

async function exerciseDocument(id: string): Promise<SearchDocument> {
  const { title, lesson: home } = exerciseMeta(id);
  const [{ sections }, { goals }] = await Promise.all([
    import(`@/content/exercises/${id}/exercise.mdx`) as Promise<{ sections: Section[] }>,
    import(`@/content/exercises/${id}/goals.ts`) as Promise<{ goals: readonly Goal[] }>,
  ]);
  const task = sections.map(({ text }) => text).join(' ');
  return {
    href: `/exercises/${id}/`,
    kind: 'exercise',
    title,
    place: lesson(home).title,
    text: [task, ...goals.map(({ sentence }) => sentence)].join(' '),
  };
}

function practices(): SearchDocument[] {
  return guide.flatMap((chapter) =>
    chapter.practices.map(({ id, title, why, how }) => ({
      href: `/guide/#${id}`,
      kind: 'practice' as const,
      title,
      place: chapter.title,
      text: `${why} ${how}`.replaceAll('`', ''),
    })),
  );
}

/** A rule is found by the names of its twins too: `DL3008`, `JSONArgsRecommended`. */
function rules(): SearchDocument[] {
  return rulePages().map(({ name, kind, title, why, refs }) => ({
    href: `/rules/${name}/`,
    kind: 'rule',
    title,
    place: kind === 'dockerfile' ? 'On Dockerfiles' : 'On Compose files',
    text: [why.replaceAll('`', ''), name, ...refs.map((ref) => ref.replace(':', ' '))].join(' '),
  }));
}

function ofExamples(): SearchDocument[] {
  return examples().map(({ name, title, what, base, shows }) => ({
    href: `/examples/${name}/`,
    kind: 'example',
    title,
    place: 'Ready to use',
    text: [what, base, shows].join(' ').replaceAll('`', ''),
  }));
}
