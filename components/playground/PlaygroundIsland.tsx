'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

const Playground = lazy(() => import('./Playground'));

/** Files come from the browser's storage, so there is nothing to show before the page is alive. */
export function PlaygroundIsland() {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const waiting = <p className="playground-waiting">The workspace is being loaded.</p>;
  return alive ? (
    <Suspense fallback={waiting}>
      <Playground />
    </Suspense>
  ) : (
    waiting
  );
}
