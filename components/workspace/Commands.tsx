import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { CommandPalette } from './CommandPalette';
import { type Command, isPressed } from './commands';
import { ShortcutList } from './ShortcutList';
import './commands.css';

type Open = 'palette' | 'shortcuts' | null;

interface Props {
  commands: readonly Command[];
  /** The workspace that they belong to. */
  scope: RefObject<HTMLElement | null>;
  /** Whether keys count too while nothing has the focus: there is no other workspace on the page. */
  sole: boolean;
}

/** The buttons, keys and dialogs through which the commands of one workspace are given. */
export function Commands({ commands, scope, sole }: Props) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState<Open>(null);
  const all: readonly Command[] = [
    { id: 'palette', title: 'Find a command', keys: 'F1', run: () => show('palette') },
    { id: 'palette-too', title: 'Find a command', keys: 'Mod+Shift+P', run: () => show('palette') },
    { id: 'shortcuts', title: 'List all keys', keys: '?', run: () => show('shortcuts') },
    ...commands,
  ];
  const latest = useRef(all);
  latest.current = all;

  const show = (what: Open) => {
    setOpen(what);
    dialog.current?.showModal();
  };
  const run = (command: Command) => {
    // First, so that the focus is back where it was before the command moves it.
    dialog.current?.close();
    command.run();
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialog.current?.open || !isHere(event, scope.current, sole)) return;
      const command = latest.current.find(
        ({ keys, where }) =>
          keys && where !== 'editor' && isPressed(keys, event) && !(keys === '?' && types(event)),
      );
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command.run();
    };
    // Before the editor, which has uses of its own for some keys.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [scope, sole]);

  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => show('palette')}>
        Commands <kbd>F1</kbd>
      </button>
      <dialog ref={dialog} className="commands" aria-labelledby={titleId} onClose={() => setOpen(null)}>
        <div className="commands-head">
          <h2 id={titleId}>{open === 'shortcuts' ? 'Keys' : 'Commands'}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        {open === 'palette' && (
          <CommandPalette commands={all.filter(({ id }) => !id.startsWith('palette'))} onRun={run} />
        )}
        {open === 'shortcuts' && <ShortcutList commands={all} />}
      </dialog>
    </>
  );
}

function isHere(event: KeyboardEvent, scope: HTMLElement | null, sole: boolean): boolean {
  const target = event.target as Element;
  return scope?.contains(target) === true || (sole && target === document.body && event.key !== '?');
}

const types = ({ target }: KeyboardEvent) =>
  (target as Element).closest(
    'input:not([type=radio], [type=checkbox]), textarea, [role=textbox], .monaco-editor',
  ) !== null;
