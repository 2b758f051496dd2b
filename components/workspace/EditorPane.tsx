import { type ReactNode, useId } from 'react';
import { Editor, type EditorProps } from '../exercise/Editor';
import { FileTabs, tabId } from '../exercise/FileTabs';
import type { EditorStatus } from '../exercise/useEditorStatus';
import type { OpenFile } from './useOpenFile';

interface Props extends Omit<EditorProps, 'path' | 'place'> {
  opened: OpenFile;
  status: EditorStatus;
  /** Buttons below the editor. */
  children?: ReactNode;
}

/** The files as tabs, the open one in an editor, and the tools for them. Knows nothing of exercises. */
export function EditorPane({ opened, children, ...props }: Props) {
  const panelId = useId();
  const { path, paths, place } = opened;
  return (
    <div className="workspace-editor">
      <FileTabs paths={paths} editable={props.editable} open={path} onOpen={opened.open} panelId={panelId} />
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, path)} className="workspace-file">
        <Editor {...props} path={path} place={place} />
      </div>
      {children && <div className="toolbar">{children}</div>}
    </div>
  );
}
