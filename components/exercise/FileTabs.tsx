import { type KeyboardEvent, useRef } from 'react';

interface Props {
  paths: readonly string[];
  editable: readonly string[];
  open: string;
  onOpen: (path: string) => void;
  panelId: string;
}

/** The files of the project as tabs; arrow keys move between them. */
export function FileTabs({ paths, editable, open, onOpen, panelId }: Props) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = paths.indexOf(open);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: paths.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + paths.length) % paths.length;
    onOpen(paths[next] as string);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label="Files" className="tabs" onKeyDown={onKeyDown}>
      {paths.map((path) => (
        <button
          key={path}
          type="button"
          role="tab"
          id={tabId(panelId, path)}
          className="tab"
          aria-selected={path === open}
          aria-controls={panelId}
          tabIndex={path === open ? 0 : -1}
          onClick={() => onOpen(path)}
        >
          {path}
          <span className="tab-note">{editable.includes(path) ? 'edit' : 'read only'}</span>
        </button>
      ))}
    </div>
  );
}

export const tabId = (panelId: string, path: string) => `${panelId}-${path.replace(/[^\w-]/g, '_')}`;
