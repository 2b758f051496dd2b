/*
 * The editor, and only those of its features that the guide uses. Loaded on demand: nothing on a page may
 * import this file except through `import()`.
 */
import * as monaco from 'monaco-editor/editor/editor.api';
import type { StageAccounts } from '@/checker/image/accounts-view.ts';
import type { Diagnostic } from '@/checker/types.ts';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/readOnlyMessage/register';
// `features/suggest` leaves the widget itself out.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
// Without it nobody could leave the editor by keyboard: Tab would type a tab for ever.
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/dockerfile/register';
import 'monaco-editor/languages/definitions/go/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/ini/register';
import 'monaco-editor/languages/definitions/java/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/yaml/register';
import { registerCompose } from './language/monaco-compose';
import { completeDockerfiles, registerDockerfile } from './language/monaco-providers';
import { editorFont, editorTheme } from './monaco-theme';
import { explainRules, offerFixes } from './quick-fixes';

export type { editor, IDisposable } from 'monaco-editor/editor/editor.api';
export { monaco };

self.MonacoEnvironment = {
  getWorker: () =>
    new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url), { type: 'module' }),
};

registerDockerfile();
registerCompose();

// On Linux the editor's own key for it opens the browser's developer tools.
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyMod.Alt | monaco.KeyMod.Shift | monaco.KeyCode.KeyF,
  command: 'editor.action.formatDocument',
  when: 'editorTextFocus && !editorReadonly',
});

/** Makes an editor in an element; it takes no focus. */
export function createEditor(element: HTMLElement): monaco.editor.IStandaloneCodeEditor {
  applyTheme();
  return monaco.editor.create(element, {
    model: null,
    theme: 'guide',
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    lineNumbersMinChars: 3,
    glyphMargin: false,
    folding: false,
    bracketPairColorization: { enabled: false },
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    wordWrap: 'on',
    fixedOverflowWidgets: true,
    padding: { top: 12, bottom: 12 },
    scrollbar: { alwaysConsumeMouseWheel: false },
    // Words of the text are no suggestions, and Enter ends a line: Tab takes a suggestion over.
    wordBasedSuggestions: 'off',
    acceptSuggestionOnEnter: 'off',
    // To the colouring every plain word of YAML is a string.
    quickSuggestions: { strings: true },
    contextmenu: false,
    tabSize: 4,
    ...editorFont(),
  });
}

/** Gives every editor the colours of the page as they are now. */
export function applyTheme(): void {
  monaco.editor.defineTheme('guide', editorTheme());
  monaco.editor.setTheme('guide');
}

const languages: [RegExp, string][] = [
  [/(^|\/)(Dockerfile|Containerfile)[^/]*$|\.dockerfile$/i, 'dockerfile'],
  [/\.ya?ml$/, 'yaml'],
  [/\.py$/, 'python'],
  [/\.(json|[cm]?jsx?)$/, 'javascript'],
  [/\.[cm]?tsx?$/, 'typescript'],
  [/\.sh$/, 'shell'],
  [/\.go$/, 'go'],
  [/\.java$/, 'java'],
  [/\.html$/, 'html'],
  [/\.(ini|toml|conf|env)$/, 'ini'],
];

export const editorLanguage = (path: string) =>
  languages.find(([pattern]) => pattern.test(path))?.[1] ?? 'plaintext';

/** What one editor knows beyond the text; null and empty for models of other editors. */
export interface Teacher {
  pathOf: (model: monaco.editor.ITextModel) => string | null;
  diagnosticsOf: (model: monaco.editor.ITextModel) => readonly Diagnostic[];
  reasons: () => Readonly<Record<string, string>>;
  accounts: () => readonly StageAccounts[];
}

/** Offers fixes, explanations and suggestions for the models of one editor. */
export function teach({ pathOf, diagnosticsOf, reasons, accounts }: Teacher): monaco.IDisposable {
  const taught = [
    offerFixes(diagnosticsOf),
    explainRules(diagnosticsOf, reasons),
    completeDockerfiles((model) => (pathOf(model) === null ? null : accounts())),
  ];
  return { dispose: () => taught.forEach((each) => each.dispose()) };
}

export { showDiagnostics } from './quick-fixes';
