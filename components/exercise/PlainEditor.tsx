import { useEffect, useRef } from 'react';
import type { EditorProps } from './Editor';

/** The editor that needs nothing: until the full one has loaded, on touch screens, and by preference. */
export function PlainEditor({ path, files, editable, onEdit, onEditor, place }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = files[path] ?? '';

  useEffect(() => {
    if (place && place.file === path) goTo(field.current, place.line, place.column);
  }, [place, path]);

  useEffect(() => {
    onEditor?.({ focus: () => field.current?.focus(), actions: [] });
    return () => onEditor?.(null);
  }, [onEditor]);

  return (
    <textarea
      ref={field}
      className="editor-plain"
      aria-label={`${path}${editable.includes(path) ? '' : ', read only'}`}
      value={text}
      readOnly={!editable.includes(path)}
      onChange={(event) => onEdit(path, event.target.value)}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
    />
  );
}

function goTo(field: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!field) return;
  const before = field.value.split('\n').slice(0, line - 1);
  const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  field.focus();
  field.setSelectionRange(offset, offset);
}
