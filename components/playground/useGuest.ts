import { useEffect, useRef, useState } from 'react';
import { siteUrl } from '../share/site';
import { linkedProject } from './playground-link';
import { emptyProject, type OwnProject, sameProject } from './project';
import { readFiles } from './read-files';
import { readZip } from './read-zip';
import type { PlaygroundFiles } from './usePlayground';

/** A project that the address brings: an example, or one that somebody shared. */
export type Guest =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'refused'; why: string }
  /** It is shown, and the reader, who has files of their own, is asked. */
  | { is: 'choice'; project: OwnProject; what: string };

export interface GuestChoice {
  guest: Guest;
  change: (project: OwnProject) => void;
  take: () => void;
  leave: () => void;
}

export function useGuest(own: PlaygroundFiles): GuestChoice {
  const [guest, setGuest] = useState<Guest>({ is: 'none' });

  const leave = () => {
    setGuest({ is: 'none' });
    // A reload must not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  // An example takes a moment to load: what counts is what the reader has by then.
  const now = useRef(own);
  now.current = own;
  const arrive = (project: OwnProject, what: string) => {
    if (sameProject(project, now.current.project)) return leave();
    if (!now.current.untouched) return setGuest({ is: 'choice', project, what });
    now.current.change(project);
    leave();
  };
  const open = async (fragment: string) => {
    const linked = linkedProject(fragment);
    switch (linked.is) {
      case 'none':
        return setGuest({ is: 'none' });
      case 'refused':
        return setGuest(linked);
      case 'project':
        return arrive(linked.project, 'A shared project');
      case 'example': {
        setGuest({ is: 'loading' });
        const project = await loadExample(linked.name);
        if (project) arrive(project, `The example ${linked.name}`);
        else
          setGuest({
            is: 'refused',
            why: `The example "${linked.name}" could not be loaded. Is the name right, and are you online? Your own files are as you left them.`,
          });
      }
    }
  };

  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const follow = () => void latest.current(location.hash);
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  return {
    guest,
    change: (project) => guest.is === 'choice' && setGuest({ ...guest, project }),
    take() {
      if (guest.is !== 'choice') return;
      own.replace(guest.project, `${guest.what} took the place of your files.`);
      leave();
    },
    leave,
  };
}

/** The same zip that the example's page offers; null when there is none. */
async function loadExample(name: string): Promise<OwnProject | null> {
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  try {
    const answer = await fetch(siteUrl(`/examples/downloads/${name}.zip`));
    if (!answer.ok) return null;
    const { files, sizes } = await readFiles(readZip(new Uint8Array(await answer.arrayBuffer())));
    return { ...emptyProject, files, sizes, whole: true };
  } catch {
    return null;
  }
}
