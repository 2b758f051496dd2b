'use client';

import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useNear } from '../ui/useNear';
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
