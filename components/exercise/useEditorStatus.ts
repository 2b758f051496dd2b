import { useEffect, useState } from 'react';
import { keep, readKept } from './storage';

type Monaco = typeof import('./monaco');

/** Which editor there is, and why it is not the full one. */
export type EditorStatus =
  | { is: 'plain'; why: 'loading' | 'touch' | 'preference' | 'failed' }
  | { is: 'full'; monaco: Monaco };

type Preference = 'plain' | 'full' | null;
const preferenceKey = 'guide:editor';

/** The full editor once it has loaded; the plain one until then, on touch screens, and where it is preferred. */
export function useEditorStatus(): { status: EditorStatus; prefer: (editor: 'plain' | 'full') => void } {
  const [preference, setPreference] = useState(readPreference);
  const [monaco, setMonaco] = useState<Monaco | 'failed' | null>(null);
  const why = reasonForPlain(preference);

  useEffect(() => {
    if (why || monaco) return;
    let wanted = true;
    import('./monaco').then(
      (loaded) => wanted && setMonaco(loaded),
      () => wanted && setMonaco('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [why, monaco]);

  const prefer = (editor: 'plain' | 'full') => {
    keep(preferenceKey, editor);
    setPreference(editor);
    if (monaco === 'failed') setMonaco(null);
  };
  return { status: statusOf(why, monaco), prefer };
}

function statusOf(why: 'touch' | 'preference' | null, monaco: Monaco | 'failed' | null): EditorStatus {
  if (why) return { is: 'plain', why };
  if (monaco === 'failed') return { is: 'plain', why: 'failed' };
  return monaco ? { is: 'full', monaco } : { is: 'plain', why: 'loading' };
}

function reasonForPlain(preference: Preference): 'touch' | 'preference' | null {
  if (preference === 'plain') return 'preference';
  if (preference === null && matchMedia('(pointer: coarse)').matches) return 'touch';
  return null;
}

function readPreference(): Preference {
  const kept = readKept(preferenceKey);
  return kept === 'plain' || kept === 'full' ? kept : null;
}
