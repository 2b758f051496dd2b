import type { Files } from '../exercise/data';
import { resumeDraft, sameFiles } from '../exercise/draft';
import type { Shared } from './share-link';

/*
 * What the fragment of an exercise's address may say: `#hints=2&solution=hidden&files=1.…`. No server sees a
 * fragment, so neither a learner's files nor an instructor's wishes are sent anywhere.
 */

/** How an instructor wants an exercise to be opened. */
export interface LinkOptions {
  /** Hints that are open at the start; `none` offers no hints at all. */
  hints: number | 'none';
  solution: 'offered' | 'hidden';
}

export const usualOptions: LinkOptions = { hints: 0, solution: 'offered' };

/** Reads the options of a fragment; what is not understood is as usual. */
export function linkOptions(fragment: string): LinkOptions {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const hints = parameters.get('hints') ?? '';
  return {
    hints: hints === 'none' ? 'none' : /^\d{1,2}$/.test(hints) ? Number(hints) : usualOptions.hints,
    solution: parameters.get('solution') === 'hidden' ? 'hidden' : usualOptions.solution,
  };
}

/** The parameters that say these options; empty when they are as usual. */
export function optionParameters({ hints, solution }: LinkOptions): string[] {
  return [
    ...(hints === usualOptions.hints ? [] : [`hints=${hints}`]),
    ...(solution === 'hidden' ? ['solution=hidden'] : []),
  ];
}

/** The fragment without the files that it carries. */
export function withoutFiles(fragment: string): string {
  const rest = fragment
    .replace(/^#/, '')
    .split('&')
    .filter((each) => each !== '' && !each.startsWith('files='));
  return rest.length > 0 ? `#${rest.join('&')}` : '';
}

/** Whose files an exercise is opened with. */
export type Opening =
  | { is: 'own' }
  /** The link's; the learner has written nothing that could be lost. */
  | { is: 'shared'; files: Files }
  /** The learner has a draft, and is asked. */
  | { is: 'choice'; files: Files }
  | { is: 'refused'; why: string };

/** Address before draft before starter; but a draft is never replaced unasked. */
export function openingOf(shared: Shared, draft: Files, starter: Files): Opening {
  switch (shared.is) {
    case 'none':
      return { is: 'own' };
    case 'refused':
      return shared;
    case 'files': {
      // The exercise may have gained or lost files since the link was made.
      const files = resumeDraft({ version: 2, files: shared.files }, starter);
      if (sameFiles(files, draft)) return { is: 'own' };
      return { is: sameFiles(draft, starter) ? 'shared' : 'choice', files };
    }
  }
}
