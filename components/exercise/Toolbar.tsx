import type { ReactNode } from 'react';
import type { Command } from '../workspace/commands';

/** Commands that have a button at once, and those that wait behind "More"; shown while they can be given. */
const shown = ['reset', 'undo-put', 'full', 'editor-choice'];
const more = ['reset-file', 'copy', 'zip'];

/** The commands of an exercise that have buttons below the editor. */
export function Toolbar({ commands, children }: { commands: readonly Command[]; children: ReactNode }) {
  const buttons = (ids: readonly string[]) =>
    commands
      .filter(({ id }) => ids.includes(id))
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map(({ id, title, run }) => (
        <button key={id} type="button" className="button" onClick={run}>
          {title}
        </button>
      ));
  return (
    <>
      {buttons(shown)}
      {children}
      <details className="toolbar-more">
        <summary className="button">More</summary>
        <div>{buttons(more)}</div>
      </details>
    </>
  );
}
