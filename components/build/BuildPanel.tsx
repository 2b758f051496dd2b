import type { BuildView, RebuildView } from '@/checker/image/view.ts';
import { ViewTabs } from '../ui/ViewTabs';
import { BuildOutput } from './BuildOutput';
import { LayerFiles } from './LayerFiles';
import { Layers } from './Layers';
import { StageGraph } from './StageGraph';
import { type BuildSide, buildSides } from './sides';

interface Props {
  view: BuildView;
  rebuild: RebuildView | null;
  /** Files that a button may edit. */
  paths: readonly string[];
  /** The file whose edit is shown, `''` for a second build without one, null for the first build. */
  edited: string | null;
  onEdit: (path: string | null) => void;
  /** Which sides to show, the first one at first; all by default. */
  views?: readonly BuildSide[];
}

/** The learner's own build on paper, from all sides. */
export function BuildPanel({ view, rebuild, paths, edited, onEdit, views = buildSides }: Props) {
  return (
    <section className="view-panel" aria-label="The build on paper">
      <ViewTabs label="Views of the build" views={views} note="A prediction: nothing was built.">
        {(open) => (
          <>
            {open === 'Build output' && (
              <BuildOutput rebuild={rebuild} paths={paths} edited={edited} onEdit={onEdit} />
            )}
            {open === 'Layers' && <Layers view={view} />}
            {open === 'Files' && <LayerFiles layers={view.layers} />}
            {open === 'Stages' && <StageGraph stages={view.stages} />}
          </>
        )}
      </ViewTabs>
    </section>
  );
}
