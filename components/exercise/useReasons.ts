import { useEffect, useState } from 'react';
import { siteUrl } from '../share/site';

/** By rule, for those that have a page: why it matters. */
export type Reasons = Readonly<Record<string, string>>;

const none: Reasons = {};
let asked: Promise<Reasons> | null = null;

/** The reasons of all rules, loaded once for a page; none before that, and none where they cannot be loaded. */
export function useReasons(): Reasons {
  const [reasons, setReasons] = useState<Reasons>(none);
  useEffect(() => {
    let wanted = true;
    asked ??= load();
    void asked.then((loaded) => wanted && setReasons(loaded));
    return () => {
      wanted = false;
    };
  }, []);
  return reasons;
}

async function load(): Promise<Reasons> {
  try {
    const response = await fetch(siteUrl('/rules/reasons.json'));
    return response.ok ? await response.json() : none;
  } catch {
    // Asked for again on the next page; problems are told all the same.
    return none;
  }
}
