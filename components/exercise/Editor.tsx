import { useRef } from 'react';
import type { StageAccounts } from '@/checker/image/accounts-view.ts';
import type { Diagnostic } from '@/checker/types.ts';
import type { Command } from '../workspace/commands';
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

/** What commands ask of the editor of the moment. */
export interface EditorHandle {
  focus: () => void;
  /** What it can do by itself. */
  actions: readonly Command[];
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
  /** Told which editor there is now, and null when it goes. */
  onEditor?: (editor: EditorHandle | null) => void;
  /** What the checker knows of the files, for the editor's explanations and suggestions. */
  knowledge?: Knowledge;
}

export interface Knowledge {
  /** By rule: why it matters. */
  reasons: Readonly<Record<string, string>>;
  /** Who there is in the stages of the Dockerfile, as it last could be built. */
  accounts: readonly StageAccounts[];
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
