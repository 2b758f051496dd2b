import { BuildPanel } from '../build/BuildPanel';
import { ComposePanel } from '../compose/ComposePanel';
import type { Verdict } from '../exercise/checker-messages';
import type { Place } from '../exercise/Editor';

interface Props {
  verdict: Verdict | null;
  /** Files that a button of the build may edit. */
  paths: readonly string[];
  /** The file whose edit a second build is shown for. */
  edited: string | null;
  onEdit: (path: string | null) => void;
  onGoTo: (place: Place) => void;
}

/** What the files amount to: the build on paper and the Compose project, where there are such. */
export function ProjectPanels({ verdict, paths, edited, onEdit, onGoTo }: Props) {
  return (
    <>
      {verdict?.build && (
        <BuildPanel
          view={verdict.build}
          rebuild={verdict.rebuild}
          paths={paths}
          edited={edited}
          onEdit={onEdit}
        />
      )}
      {verdict?.compose && <ComposePanel view={verdict.compose} onGoTo={onGoTo} />}
    </>
  );
}
