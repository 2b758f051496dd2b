'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** Header and footer of the site: an exercise in a frame has those of the page around it. */
export function OutsideFrames({ children }: { children: ReactNode }) {
  return /^\/embed\/[^/]/.test(usePathname()) ? null : children;
}
