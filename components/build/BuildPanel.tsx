import { type KeyboardEvent, useId, useState } from 'react';
import type { BuildView, RebuildView } from '@/checker/image/view.ts';
import { BuildOutput } from './BuildOutput';
import { Layers } from './Layers';
import { StageGraph } from './StageGraph';

const VIEWS = ['Build output', 'Layers', 'Stages'] as const;
type View = (typeof VIEWS)[number];

interface Props {
  view: BuildView;
  rebuild: RebuildView | null;
  /** Files that a button may edit. */
  paths: readonly string[];
  /** The file whose edit is shown, `''` for a second build without one, null for the first build. */
  edited: string | null;
  onEdit: (path: string | null) => void;
}

/** The learner's own build on paper, from three sides. */
export function BuildPanel({ view, rebuild, paths, edited, onEdit }: Props) {
  const [open, setOpen] = useState<View>('Build output');
  const id = useId();
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = VIEWS[(VIEWS.indexOf(open) + step + VIEWS.length) % VIEWS.length] as View;
    setOpen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <section className="build-panel" aria-label="The build on paper">
      <div className="build-tabs">
        <div role="tablist" aria-label="Views of the build" onKeyDown={move}>
          {VIEWS.map((name) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              className="build-tab"
              aria-selected={open === name}
              aria-controls={`${id}-panel`}
              tabIndex={open === name ? 0 : -1}
              onClick={() => setOpen(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <p className="build-label">A prediction: nothing was built.</p>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} className="build-body">
        {open === 'Build output' && (
          <BuildOutput rebuild={rebuild} paths={paths} edited={edited} onEdit={onEdit} />
        )}
        {open === 'Layers' && <Layers view={view} />}
        {open === 'Stages' && <StageGraph stages={view.stages} />}
      </div>
    </section>
  );
}
