import { useEffect, useRef, useState } from 'react';
import type { EditorProps } from './Editor';
import { editorCommands } from './editor-commands';
import { EditorView } from './editor-view';

type Monaco = typeof import('./monaco');

/** The full editor over the same state as the plain one: a model a file, one editor for all. */
export function FullEditor({
  monaco: loaded,
  takeFocus,
  ...props
}: EditorProps & { monaco: Monaco; takeFocus: boolean }) {
  const { path, files, editable, outside, diagnostics, place } = props;
  const host = useRef<HTMLDivElement>(null);
  const focusAtStart = useRef(takeFocus);
  const latest = useRef(props);
  latest.current = props;
  const [view, setView] = useState<EditorView | null>(null);
  const [tabLeaves, setTabLeaves] = useState(false);

  useEffect(() => {
    const created = new EditorView(loaded, host.current as HTMLDivElement, {
      onEdit: (edited, text) => latest.current.onEdit(edited, text),
      diagnosticsOf: (shown) => latest.current.diagnostics.filter(({ file }) => file === shown),
      knowledge: () => latest.current.knowledge,
      onTabLeaves: setTabLeaves,
    });
    setView(created);
    latest.current.onEditor?.({
      focus: () => created.editor.focus(),
      actions: editorCommands(created.editor),
    });
    return () => {
      latest.current.onEditor?.(null);
      created.dispose();
    };
  }, [loaded]);

  const mayEdit = editable.includes(path);
  useEffect(() => {
    view?.show(path, latest.current.files[path] ?? '', mayEdit);
  }, [view, path, mayEdit]);

  useEffect(() => {
    if (focusAtStart.current) view?.editor.focus();
  }, [view]);

  // Only what did not come from this editor is taken over; typing must not come back late.
  useEffect(() => view?.takeOver(files), [view, outside]);

  useEffect(() => view?.showDiagnostics(diagnostics), [view, diagnostics, path]);

  useEffect(() => {
    if (place && place.file === path) view?.goTo(place.line, place.column);
  }, [view, place, path]);

  return (
    <>
      <div ref={host} className="editor-host" data-readonly={!mayEdit} />
      <p className="editor-help">
        {tabLeaves ? 'Tab now leaves the editor.' : 'To leave the editor by keyboard: Esc, then Tab.'}
      </p>
    </>
  );
}
