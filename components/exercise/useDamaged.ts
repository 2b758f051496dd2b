import { useEffect, useState } from 'react';
import { draftKey, isDraft } from './draft';
import { keep, readKept, readStorage } from './storage';

export interface Damaged {
  /** What was kept under an exercise's name and cannot be read. */
  damaged: string | null;
  forgetDamaged: () => void;
}

/** Sets aside what cannot be read, before a new draft takes its place. */
export function useDamaged(exercise: string): Damaged {
  const aside = `guide:damaged:${exercise}`;
  const [damaged, setDamaged] = useState<string | null>(() => {
    const found = readStorage(draftKey(exercise));
    if (found.is === 'damaged') return found.text;
    if (found.is === 'value' && !isDraft(found.value)) return JSON.stringify(found.value);
    const before = readKept(aside);
    return typeof before === 'string' ? before : null;
  });
  useEffect(() => {
    if (damaged !== null) keep(aside, damaged);
  }, [aside, damaged]);
  const forgetDamaged = () => {
    keep(aside, null);
    setDamaged(null);
  };
  return { damaged, forgetDamaged };
}
