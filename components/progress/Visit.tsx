'use client';

import { useEffect, useRef } from 'react';
import { lastKey, readKey } from './progress';
import { note } from './store';

/**
 * Notes that the reader was here; for a lesson, put at its end, also that it was read once its end is seen.
 */
export function Visit({ path, title, lesson }: { path: string; title: string; lesson?: string }) {
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => note(lastKey, { version: 1, path, title }), [path, title]);
  useEffect(() => {
    if (!lesson || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      note(readKey(lesson), { version: 1, readAt: new Date().toISOString() });
      observer.disconnect();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [lesson]);
  return <span ref={end} aria-hidden="true" />;
}
