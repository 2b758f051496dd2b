'use client';

import { type MouseEvent, type ReactNode, useRef } from 'react';
import type { GoalText } from '../exercise/data';
import { ResultsListener } from './results';
import { useHost } from './useHost';
import './embed.css';

interface Props {
  id: string;
  title: string;
  goals: GoalText[];
  /** The exercise. */
  children: ReactNode;
}

/** An exercise for a frame in somebody's page: nothing around it, and its news told to that page. */
export function EmbedFrame({ children, ...embedded }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const onResults = useHost(embedded, content);
  return (
    <div ref={content} className="embed" onClickCapture={openOutside}>
      <ResultsListener value={onResults}>{children}</ResultsListener>
    </div>
  );
}

/** A frame is too small for another page of the guide: links open beside the page around it. */
function openOutside({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link && !link.getAttribute('href')?.startsWith('#')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}
