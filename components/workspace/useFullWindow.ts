import { type RefObject, useEffect, useRef, useState } from 'react';

export interface FullWindow<Element extends HTMLElement> {
  /** Goes around the part of the page that can fill the window; it keeps the place open meanwhile. */
  ref: RefObject<Element | null>;
  full: boolean;
  toggle: () => void;
}

/**
 * Lets a part of a page fill the window: the rest of the page stays where it is, out of reach. The browser's own
 * full screen is not used, because there Esc, which closes suggestions in an editor, would end it.
 */
export function useFullWindow<Element extends HTMLElement>(): FullWindow<Element> {
  const ref = useRef<Element>(null);
  const [full, setFull] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!full || !element) return;
    const rest = outside(element);
    for (const each of rest) each.inert = true;
    document.documentElement.style.overflow = 'hidden';
    return () => {
      for (const each of rest) each.inert = false;
      document.documentElement.style.overflow = '';
      element.style.minHeight = '';
    };
  }, [full]);
  const toggle = () => {
    // What leaves the flow of the page must not make it shorter, or the reader would lose the place.
    if (!full && ref.current) ref.current.style.minHeight = `${ref.current.offsetHeight}px`;
    setFull(!full);
  };
  return { ref, full, toggle };
}

/** Everything beside an element and beside what holds it. */
function outside(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: HTMLElement = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      const reachable = sibling instanceof HTMLElement && !sibling.inert && !unseen.test(sibling.tagName);
      if (sibling !== at && reachable && !('staysInReach' in sibling.dataset)) found.push(sibling);
    }
  }
  return found;
}

const unseen = /^(SCRIPT|STYLE|LINK|TEMPLATE)$/;
