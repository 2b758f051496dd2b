import type { ComposeView } from '@/checker/compose/view.ts';
import type { Place } from '../exercise/Editor';
import { ViewTabs } from '../ui/ViewTabs';
import { MergedFile } from './MergedFile';
import { ProjectPicture } from './ProjectPicture';

const views = ['Picture', 'Merged file'] as const;

/** What the learner's Compose files amount to: as a drawing, and as the one file that Compose makes of them. */
export function ComposePanel({ view, onGoTo }: { view: ComposeView; onGoTo: (place: Place) => void }) {
  return (
    <section className="view-panel" aria-label="The Compose project">
      <ViewTabs
        label="Views of the Compose project"
        views={views}
        note="Read from your files: nothing was started."
      >
        {(open) =>
          open === 'Picture' ? (
            <ProjectPicture picture={view.picture} onGoTo={onGoTo} />
          ) : (
            <MergedFile text={view.merged} />
          )
        }
      </ViewTabs>
    </section>
  );
}
