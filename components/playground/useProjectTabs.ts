import { useState } from 'react';
import type { Place } from '../exercise/Editor';
import { type OpenFile, useOpenFile } from '../workspace/useOpenFile';
import { composeFilesOf, dockerfilesOf, type OwnProject } from './project';

/** Tabs at most that are there unasked. */
const most = 6;

export interface ProjectTabs {
  opened: OpenFile;
  /** Opens a file in a tab of its own. */
  openFile: (path: string) => void;
  goTo: (place: Place) => void;
}

/** Tabs for the files of the build, and for what was opened besides: a project may have thousands of files. */
export function useProjectTabs(project: OwnProject): ProjectTabs {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const usual = [
    ...dockerfilesOf(project),
    ...Object.keys(project.files).filter((path) => path.endsWith('.dockerignore')),
    ...composeFilesOf(project),
  ].slice(0, most);
  const there = asked.filter((path) => Object.hasOwn(project.files, path));
  const paths = [...new Set([...usual, ...there])];
  const first = Object.keys(project.files)[0];
  const opened = useOpenFile(paths.length > 0 || first === undefined ? paths : [first]);
  const add = (path: string) => setAsked((before) => (before.includes(path) ? before : [...before, path]));
  return {
    opened,
    openFile(path) {
      add(path);
      opened.open(path);
    },
    goTo(place) {
      add(place.file);
      opened.goTo(place);
    },
  };
}
