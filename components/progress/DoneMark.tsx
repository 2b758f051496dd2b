'use client';

import { useProgress } from './store';

/** Says beside a lesson or an exercise that it is done or begun. */
export function DoneMark({ kind, id }: { kind: 'lesson' | 'exercise'; id: string }) {
  const { solved, begun, read } = useProgress();
  const word =
    kind === 'lesson' ? read.has(id) && 'Read' : (solved.has(id) && 'Solved') || (begun.has(id) && 'Begun');
  return word ? <span className={`mark mark-${word.toLowerCase()}`}>{word}</span> : null;
}
