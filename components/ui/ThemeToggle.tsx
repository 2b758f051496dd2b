'use client';

import { themeKey } from './theme-script';

/** Switches between light and dark; what is shown now is read from the page itself, so nothing can disagree. */
export function ThemeToggle() {
  return (
    <button
      type="button"
      className="grid size-10 place-items-center rounded-sm text-soft hover:text-ink"
      onClick={toggle}
      aria-label="Switch between light and dark"
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.500" fill="none" stroke="currentColor" strokeWidth="1.800" />
        <path d="M10 2.500a7.500 7.500 0 0 1 0 15z" fill="currentColor" />
      </svg>
    </button>
  );
}

function toggle() {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  try {
    localStorage.setItem(themeKey, next);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}
