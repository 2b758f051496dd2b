'use client';

import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useNear } from '../ui/useNear';
import type { LabProps } from './LabWorkspace';

const LabWorkspace = lazy(() => import('./LabWorkspace'));

/** Shows what the page was served with until the reader comes near; then what can be edited. */
export function LabIsland({ children, ...props }: LabProps & { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const near = useNear(ref);
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <LabWorkspace {...props} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}
