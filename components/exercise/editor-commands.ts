import type { Command } from '../workspace/commands';
import type { editor } from './monaco';

/** The editor's own actions that have a place in the palette, with the keys that it gives them. */
const offered: Readonly<Record<string, { title: string; keys?: string }>> = {
  'editor.action.quickFix': { title: 'Fix the problem at the cursor', keys: 'Mod+.' },
  'editor.action.triggerSuggest': { title: 'Suggest what could stand here', keys: 'Mod+Space' },
  'editor.action.showHover': { title: 'Explain what is at the cursor' },
  'editor.action.formatDocument': { title: 'Format the file', keys: 'Alt+Shift+F' },
  'editor.action.revealDefinition': { title: 'Go to the stage at the cursor', keys: 'F12' },
  'editor.action.marker.nextInFiles': { title: 'Go to the next problem', keys: 'F8' },
  'editor.action.marker.prevInFiles': { title: 'Go to the problem before', keys: 'Shift+F8' },
  'actions.find': { title: 'Find in the file', keys: 'Mod+F' },
  'editor.action.startFindReplaceAction': { title: 'Find and replace' },
  'editor.action.commentLine': { title: 'Comment lines in or out', keys: 'Mod+/' },
  'editor.action.deleteLines': { title: 'Delete the line' },
  'editor.action.copyLinesDownAction': { title: 'Copy the line down', keys: 'Alt+Shift+ArrowDown' },
  'editor.action.moveLinesUpAction': { title: 'Move the line up', keys: 'Alt+ArrowUp' },
  'editor.action.moveLinesDownAction': { title: 'Move the line down', keys: 'Alt+ArrowDown' },
};

/** What the full editor can do by itself, as commands. */
export function editorCommands(editor: editor.IStandaloneCodeEditor): Command[] {
  const run = (id: string) => {
    editor.focus();
    void editor.getAction(id)?.run();
  };
  const history = ['undo', 'redo'] as const;
  return [
    ...Object.entries(offered)
      .filter(([id]) => editor.getAction(id))
      .map(([id, { title, keys }]) => ({ id, title, keys, where: 'editor' as const, run: () => run(id) })),
    ...history.map((id) => ({
      id,
      title: id === 'undo' ? 'Undo' : 'Redo',
      keys: id === 'undo' ? 'Mod+Z' : 'Mod+Shift+Z',
      where: 'editor' as const,
      run: () => {
        editor.focus();
        editor.trigger('palette', id, null);
      },
    })),
  ];
}
