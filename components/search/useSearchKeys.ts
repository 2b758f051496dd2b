import { useEffect } from 'react';

/** Calls `open` on Ctrl+K or Cmd+K anywhere, and on `/` where nothing is being typed. */
export function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      const wanted = command
        ? event.key.toLowerCase() === 'k'
        : event.key === '/' && !event.altKey && !takesText(event.target);
      if (!wanted || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    // Before the editor, for which Ctrl+K begins a chord.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [open]);
}

/** Monaco's focus target is an element with the role, not a field. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=textbox]') !== null
  );
}
