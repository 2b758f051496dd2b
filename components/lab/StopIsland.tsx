'use client';

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { LifecycleView } from '@/checker/image/runtime/lifecycle.ts';
import type { Lab } from '@/content/labs';
import { useNear } from '../ui/useNear';

const StopWorkspace = lazy(() => import('./StopWorkspace'));

export interface Preset {
  lab: Lab;
  initial: LifecycleView;
}

/** Several containers to begin with; what the page was served with stays until the reader comes near. */
export function StopIsland({ presets, children }: { presets: readonly Preset[]; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const near = useNear(ref);
  const [at, setAt] = useState(0);
  const preset = presets[at];
  return (
    <div ref={ref}>
      {near && preset ? (
        <Suspense fallback={children}>
          <div className="stop-presets" role="group" aria-label="Begin with">
            {presets.map(({ lab }, index) => (
              <button
                key={lab.id}
                type="button"
                className="button"
                aria-pressed={index === at}
                onClick={() => setAt(index)}
              >
                {lab.title}
              </button>
            ))}
          </div>
          <StopWorkspace key={preset.lab.id} {...preset} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}
