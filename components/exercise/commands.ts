import { fixesTogether } from '@/checker/fix.ts';
import { download } from '../progress/download';
import { copyText } from '../ui/CopyButton';
import type { Command } from '../workspace/commands';
import { sameFiles } from './draft';
import type { EditorStatus } from './useEditorStatus';
import type { Work } from './useWork';

/** What the exercise's commands touch beside the work itself. */
export interface Surface {
  full: boolean;
  onToggleFull: () => void;
  status: EditorStatus;
  prefer: (editor: 'plain' | 'full') => void;
  /** Goes to a part of the workspace by the name of its region or list. */
  goTo: (part: 'goals' | 'problems' | 'build' | 'solution') => void;
}

/** Everything that can be done in an exercise, as it can be done now. */
export function exerciseCommands(work: Work, surface: Surface): Command[] {
  const { data, draft, opened, verdict, comparing, link } = work;
  const { path } = opened;
  // A link's files are looked at, not edited.
  const mayEdit = link.preview === null;
  const fixes = fixesTogether(draft.files, verdict?.report.diagnostics ?? []);
  const touched = (file: string) => file in data.starter && draft.files[file] !== data.starter[file];
  const isPlain = surface.status.is === 'plain';
  const when = (possible: boolean, command: Command) => (possible ? [command] : []);

  return [
    ...when(work.nextHint !== null, {
      id: 'hint',
      title: 'Show a hint',
      keys: 'Alt+Shift+H',
      run() {
        work.askForHint();
        surface.goTo('goals');
      },
    }),
    ...when(mayEdit && fixes.length > 0, {
      id: 'fix-all',
      title: fixes.length === 1 ? 'Apply the fix' : `Apply ${fixes.length} fixes`,
      keys: 'Alt+Shift+X',
      run: () => work.fix(fixes),
    }),
    {
      id: 'compare',
      title: comparing ? 'Hide the comparison' : compareTitle(work),
      keys: 'Alt+Shift+C',
      run() {
        work.setComparing(!comparing);
        if (!comparing) surface.goTo('solution');
      },
    },
    {
      id: 'full',
      title: surface.full ? 'Leave the full window' : 'Fill the window',
      keys: 'Alt+Shift+W',
      run: surface.onToggleFull,
    },
    { id: 'editor', title: 'Go to the editor', keys: 'Alt+Shift+E', run: () => work.editor?.focus() },
    { id: 'goals', title: 'Go to the goals', keys: 'Alt+Shift+G', run: () => surface.goTo('goals') },
    { id: 'problems', title: 'Go to the problems', keys: 'Alt+Shift+P', run: () => surface.goTo('problems') },
    ...when(verdict?.build !== null, {
      id: 'build',
      title: 'Go to the build on paper',
      keys: 'Alt+Shift+B',
      run: () => surface.goTo('build'),
    }),
    ...opened.paths
      .filter((each) => each !== path)
      .map((each) => ({ id: `open-${each}`, title: `Open ${each}`, run: () => opened.open(each) })),
    ...when(mayEdit && touched(path) && data.editable.length > 1, {
      id: 'reset-file',
      title: `Start ${path} over`,
      run: () => draft.put({ ...draft.files, [path]: data.starter[path] ?? '' }, `Started ${path} over`),
    }),
    ...when(mayEdit && !sameFiles(draft.files, data.starter), {
      id: 'reset',
      title: 'Start over',
      run: () => draft.put(data.starter, 'Started over'),
    }),
    ...when(mayEdit && draft.before !== null, {
      id: 'undo-put',
      title: 'Undo: bring my files back',
      run: draft.undo,
    }),
    { id: 'copy', title: `Copy ${path}`, run: () => void copyText(work.files[path] ?? '') },
    { id: 'zip', title: 'Download everything as a zip', run: () => void downloadZip(work) },
    {
      id: 'editor-choice',
      title: isPlain ? 'Use the full editor' : 'Use the plain editor',
      run: () => surface.prefer(isPlain ? 'full' : 'plain'),
    },
    ...(work.editor?.actions ?? []),
  ];
}

export const compareTitle = ({ solutions }: Pick<Work, 'solutions'>): string =>
  solutions.length > 0 ? 'Compare with a solution' : 'Compare with the starter';

/** The program that packs is loaded when it is wanted. */
async function downloadZip({ data, files }: Work): Promise<void> {
  const { exerciseZip } = await import('./exercise-zip');
  download(`${data.id}.zip`, exerciseZip(data, files) as BlobPart, 'application/zip');
}
