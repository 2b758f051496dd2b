import type { Command } from '../workspace/commands';
import type { editor } from './monaco';

/** The editor's own actions that have a place in the palette, with the keys that it gives them. */
const offered: Readonly<Record<string, { title: string; keys?: string }>> = {
  'editor.action.quickFix': { title: 'Fix the problem at the cursor', keys: 'Mod+.' },
  'editor.action.triggerSuggest': { title: 'Suggest what could stand here', keys: 'Ctrl+Space' },
  'editor.action.showHover': { title: 'Explain what is at the cursor' },
  'editor.action.formatDocument': { title: 'Format the file', keys: 'Alt+Shift+F' },
  'editor.action.revealDefinition': { title: 'Go to the stage at the cursor', keys: 'F12' },
  'editor.action.marker.nextInFiles': { title: 'Go to the next problem', keys: 'F8' },
  'editor.action.marker.prevInFiles': { title: 'Go to the problem before', keys: 'Shift+F8' },
  'actions.find': { title: 'Find in the file', keys: 'Mod+F' },
  'editor.action.startFindReplaceAction': { title: 'Find and replace' },
  'editor.action.commentLine': { title: 'Comment lines in or out', keys: 'Mod+/' },
  undo: { title: 'Undo', keys: 'Mod+Z' },
  redo: { title: 'Redo', keys: 'Mod+Shift+Z' },
  'editor.action.deleteLines': { title: 'Delete the line' },
  'editor.action.copyLinesDownAction': { title: 'Copy the line down' },
  'editor.action.moveLinesUpAction': { title: 'Move the line up', keys: 'Alt+ArrowUp' },
  'editor.action.moveLinesDownAction': { title: 'Move the line down', keys: 'Alt+ArrowDown' },
};

/** What the full editor can do by itself, as commands. */
export function editorCommands(editor: editor.IStandaloneCodeEditor): Command[] {
  return Object.entries(offered).map(([id, { title, keys }]) => ({
    id,
    title,
    keys,
    where: 'editor',
    run() {
      editor.focus();
      editor.trigger('palette', id, null);
    },
  }));
}
