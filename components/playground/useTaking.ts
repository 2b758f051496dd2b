import { type DragEvent, useState } from 'react';
import { type Chosen, chosenFiles, droppedFiles } from './from-machine';
import { emptyProject, isBuildFile } from './project';
import { RefusedFiles, readFiles } from './read-files';
import type { PlaygroundFiles } from './usePlayground';

export interface Taking {
  /** What there is to know about the files that were taken last, or why they were not. */
  says: { kind: 'taken' | 'refused'; notes: readonly string[] } | null;
  /** A drag is over the workspace. */
  over: boolean;
  busy: boolean;
  choose: (list: FileList | null) => void;
  forget: () => void;
  dropTarget: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDropCapture: (event: DragEvent) => void;
  };
}

/** Takes files from the reader's machine: a folder or a zip becomes the project, single files join it. */
export function useTaking(own: PlaygroundFiles): Taking {
  const [says, setSays] = useState<Taking['says']>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);

  const take = async (reading: Promise<Chosen>) => {
    setBusy(true);
    try {
      const { name, found, whole } = await reading;
      const { files, sizes, notes } = await readFiles(found);
      if (whole)
        own.replace({ ...emptyProject, files, sizes, whole: true }, `${name} took the place of your files.`);
      else own.join(files, sizes, `Added: ${name}.`);
      const nothingToBuild = whole && !Object.keys(files).some(isBuildFile);
      setSays({
        kind: 'taken',
        notes: nothingToBuild
          ? [...notes, 'There is no Dockerfile and no Compose file among them yet.']
          : notes,
      });
    } catch (error) {
      const why = error instanceof RefusedFiles ? error.message : 'The browser could not read it.';
      setSays({ kind: 'refused', notes: [`Not taken. ${why} Your files are as they were.`] });
    }
    setBusy(false);
  };

  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    says,
    over,
    busy,
    choose: (list) => list && list.length > 0 && void take(chosenFiles([...list])),
    forget: () => setSays(null),
    dropTarget: {
      onDragOver(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      // Before the editor sees it, which would type the file's name.
      onDropCapture(event) {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void take(droppedFiles(event.dataTransfer));
      },
    },
  };
}
