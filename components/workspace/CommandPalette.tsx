import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Command, matchingCommands, spokenKeys } from './commands';
import { isMac } from './platform';

/**
 * Everything that can be done here, found by typing: a combobox over a list, in a dialog.
 * The pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function CommandPalette({
  commands,
  onRun,
}: {
  commands: readonly Command[];
  /** Called with what was chosen. */
  onRun: (command: Command) => void;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matchingCommands(commands, typed);
  const active = found[Math.min(at, found.length - 1)];
  const optionId = (command: Command) => `${id}-${command.id}`;

  // The dialog gave the focus away before the box was there.
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (active) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (event.key === 'Enter' && active) onRun(active);
    else if (to === undefined) return;
    else if (event.key.startsWith('Arrow')) setAt((to + found.length) % Math.max(found.length, 1));
    else setAt(Math.min(last, Math.max(0, to)));
    event.preventDefault();
  };

  return (
    <div className="palette">
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label="What do you want to do?"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? optionId(active) : undefined}
        aria-autocomplete="list"
        placeholder="What do you want to do?"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Commands">
        {found.map((command) => (
          <div
            key={command.id}
            id={optionId(command)}
            role="option"
            tabIndex={-1}
            aria-selected={command === active}
            onClick={() => onRun(command)}
            onKeyDown={onKeyDown}
          >
            <span>{command.title}</span>
            {command.keys && <kbd>{spokenKeys(command.keys, isMac())}</kbd>}
          </div>
        ))}
      </div>
      <p role="status" className="palette-empty">
        {found.length === 0 && 'Nothing is called so.'}
      </p>
    </div>
  );
}
