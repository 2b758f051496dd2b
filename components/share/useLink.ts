import { useEffect, useState } from 'react';
import type { ExerciseData, Files } from '../exercise/data';
import { type KeptDraft, resumeDraft, sameFiles } from '../exercise/draft';
import { keep, readKept } from '../exercise/storage';
import type { Draft } from '../exercise/useDraft';
import {
  type LinkOptions,
  linkOptions,
  type Opening,
  openingOf,
  usualOptions,
  withoutFiles,
} from './address';
import { sharedFiles } from './share-link';

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
  const { id, starter } = data;
  const [fragment, setFragment] = useState(() => fragmentFor(id));
  const [opening, setOpening] = useState<Opening>(() => open(fragment));
  const [outside, setOutside] = useState(0);
  const [before, setBefore] = useState(() => keptBefore(id, starter));

  function open(from: string): Opening {
    return openingOf(sharedFiles(from, [starter, ...data.earlier]), draft.files, starter);
  }
  const decide = () => {
    setOpening({ is: 'own' });
    setOutside((count) => count + 1);
    const rest = withoutFiles(location.hash);
    history.replaceState(history.state, '', location.pathname + location.search + rest);
  };

  useEffect(() => {
    const follow = () => {
      const now = fragmentFor(id);
      setFragment(now);
      setOpening(open(now));
      setOutside((count) => count + 1);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });

  // Nothing of the learner's stands in the way.
  const unasked = opening.is === 'shared' ? opening.files : null;
  useEffect(() => {
    if (!unasked) return;
    draft.take(unasked);
    decide();
  });

  return {
    options: fragment === '' ? usualOptions : linkOptions(fragment),
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

const fragmentFor = (exercise: string) =>
  location.pathname.split('/').includes(exercise) ? location.hash : '';

function keptBefore(exercise: string, starter: Files): Files | null {
  const kept = readKept(beforeLinkKey(exercise));
  const files = resumeDraft(kept, starter);
  return kept === null || sameFiles(files, starter) ? null : files;
}
