import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface Props<View extends string> {
  /** What the views are of: "Views of the build". */
  label: string;
  /** Their names, in the order of the tabs; the first one is open at first. */
  views: readonly View[];
  /** Said beside the tabs, whichever is open. */
  note: string;
  children: (open: View) => ReactNode;
}

/** Several views of one thing, of which one is shown; arrow keys, Home and End move between the tabs. */
export function ViewTabs<View extends string>({ label, views, note, children }: Props<View>) {
  const [open, setOpen] = useState<View>(views[0] as View);
  const id = useId();
  const move = (event: KeyboardEvent) => {
    const at = views.indexOf(open);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = views[(to + views.length) % views.length] as View;
    setOpen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <>
      <div className="view-tabs">
        <div role="tablist" aria-label={label} onKeyDown={move}>
          {views.map((name) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              className="view-tab"
              aria-selected={open === name}
              aria-controls={`${id}-panel`}
              tabIndex={open === name ? 0 : -1}
              onClick={() => setOpen(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <p className="view-note">{note}</p>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} className="view-body">
        {children(open)}
      </div>
    </>
  );
}
