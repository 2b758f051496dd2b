'use client';

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { ExerciseData } from './data';

const Workspace = lazy(() => import('./Workspace'));

interface Props {
  data: ExerciseData;
  /** Heading level of the panels: one below the exercise's own. */
  panelLevel: 2 | 4;
  children: ReactNode;
}

/** Shows what the page was served with until the reader comes near; then loads the workspace. */
export function Island({ data, panelLevel, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const near = useNear(ref);
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <Workspace data={data} panelLevel={panelLevel} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}

/** Whether the element has come within a screen of being seen. */
function useNear(ref: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '100% 0px',
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}
