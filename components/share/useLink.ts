import { useEffect, useRef, useState } from 'react';
import type { ExerciseData, Files } from '../exercise/data';
import { type KeptDraft, resumeDraft, sameFiles } from '../exercise/draft';
import { keep, readKept } from '../exercise/storage';
import type { Draft } from '../exercise/useDraft';
import { type LinkOptions, linkOptions, type Opening, openingOf, withoutFiles } from './address';
import type { Shared } from './share-link';

/** What the address of the page asks for, and what became of it. */
export interface Link {
  options: LinkOptions;
  opening: Opening;
  /** The link's files while the learner has not decided; they are looked at, not edited. */
  preview: Files | null;
  /** Counts what editors must take over. */
  outside: number;
  /** The learner's files from before the link's were taken. */
  before: Files | null;
  takeTheirs: () => void;
  keepMine: () => void;
  bringBack: () => void;
  forgetBefore: () => void;
}

export const beforeLinkKey = (exercise: string) => `guide:before-link:${exercise}`;

/** Follows the address of an exercise's own page; in a lesson, where several stand together, it asks for nothing. */
export function useLink(data: ExerciseData, draft: Draft): Link {
  const { id, starter, earlier } = data;
  const [options, setOptions] = useState(() => linkOptions(fragmentFor(id)));
  const [opening, setOpening] = useState<Opening>({ is: 'own' });
  const [outside, setOutside] = useState(0);
  const [before, setBefore] = useState(() => keptBefore(id, starter));
  // What unpacks files is loaded for who has a link; what counts is the draft as it is by then.
  const mine = useRef(draft.files);
  mine.current = draft.files;

  const decide = () => {
    setOpening({ is: 'own' });
    setOutside((count) => count + 1);
    const rest = withoutFiles(location.hash);
    history.replaceState(history.state, '', location.pathname + location.search + rest);
  };

  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const asked = ++latest;
      const fragment = fragmentFor(id);
      setOptions(linkOptions(fragment));
      const shared = await sharedIn(fragment, [starter, ...earlier]);
      if (asked !== latest) return;
      setOpening(openingOf(shared, mine.current, starter));
      setOutside((count) => count + 1);
    };
    void read();
    addEventListener('hashchange', read);
    return () => {
      latest = -1;
      removeEventListener('hashchange', read);
    };
  }, [id, starter, earlier]);

  // Nothing of the learner's stands in the way.
  const unasked = opening.is === 'shared' ? opening.files : null;
  useEffect(() => {
    if (!unasked) return;
    draft.take(unasked);
    decide();
  });

  return {
    options,
    opening,
    preview: opening.is === 'choice' || opening.is === 'shared' ? opening.files : null,
    outside,
    before,
    takeTheirs() {
      if (opening.is !== 'choice') return;
      keep(beforeLinkKey(id), { version: 1, files: draft.files } satisfies KeptDraft);
      setBefore(draft.files);
      draft.take(opening.files);
      decide();
    },
    keepMine: decide,
    bringBack() {
      if (before) draft.take(before);
      keep(beforeLinkKey(id), null);
      setBefore(null);
    },
    forgetBefore() {
      keep(beforeLinkKey(id), null);
      setBefore(null);
    },
  };
}

async function sharedIn(fragment: string, starters: readonly Files[]): Promise<Shared> {
  if (!/[#&]files=/.test(fragment)) return { is: 'none' };
  try {
    const { sharedFiles } = await import('./share-link');
    return sharedFiles(fragment, starters);
  } catch {
    return {
      is: 'refused',
      why: 'This link could not be read, because a part of the guide did not load. Reload the page. Your own files are as you left them.',
    };
  }
}

const fragmentFor = (exercise: string) =>
  location.pathname.split('/').includes(exercise) ? location.hash : '';

function keptBefore(exercise: string, starter: Files): Files | null {
  const kept = readKept(beforeLinkKey(exercise));
  const files = resumeDraft(kept, starter);
  return kept === null || sameFiles(files, starter) ? null : files;
}
