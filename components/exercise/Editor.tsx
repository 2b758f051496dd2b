import { useRef } from 'react';
import type { Diagnostic } from '@/checker/types.ts';
import type { Files } from './data';
import { FullEditor } from './FullEditor';
import { PlainEditor } from './PlainEditor';
import type { EditorStatus } from './useEditorStatus';

/** A place that the learner asked to be taken to; a new object asks anew. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface EditorProps {
  /** The file that is shown. */
  path: string;
  files: Files;
  editable: readonly string[];
  /** Counts the changes of `files` that did not come from the editor. */
  outside: number;
  diagnostics: readonly Diagnostic[];
  place: Place | null;
  onEdit: (path: string, text: string) => void;
}

/** The file that is open, in the editor of the moment. Focus goes over when the editors change places. */
export function Editor({ status, ...props }: EditorProps & { status: EditorStatus }) {
  const frame = useRef<HTMLDivElement>(null);
  const typing = frame.current?.contains(document.activeElement) === true;
  return (
    <div ref={frame} className="editor-frame">
      {status.is === 'full' ? (
        <FullEditor {...props} monaco={status.monaco} takeFocus={typing} />
      ) : (
        <PlainEditor {...props} />
      )}
    </div>
  );
}
