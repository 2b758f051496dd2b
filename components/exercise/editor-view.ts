import type { Diagnostic } from '@/checker/types.ts';
import type { Knowledge } from './Editor';
import type { editor } from './monaco';

type Monaco = typeof import('./monaco');

interface Callbacks {
  onEdit: (path: string, text: string) => void;
  diagnosticsOf: (path: string) => readonly Diagnostic[];
  knowledge: () => Knowledge | undefined;
  onTabLeaves: (leaves: boolean) => void;
}

/** Models need an address of their own, also where two exercises of a page have files of the same name. */
let modelCount = 0;

/** One editor and its models, apart from React. */
export class EditorView {
  readonly editor: editor.IStandaloneCodeEditor;
  private readonly models = new Map<
    string,
    { model: editor.ITextModel; scroll: editor.ICodeEditorViewState | null }
  >();
  private readonly rest: { dispose(): void }[] = [];
  private shown: string | null = null;
  /** Set while text comes from outside, so that it is not reported as typed. */
  private takingOver = false;

  constructor(
    private readonly loaded: Monaco,
    host: HTMLElement,
    private readonly callbacks: Callbacks,
  ) {
    this.editor = loaded.createEditor(host);
    this.rest.push(
      loaded.teach({
        pathOf: (model) => this.pathOf(model),
        diagnosticsOf: (model) => callbacks.diagnosticsOf(this.pathOf(model) ?? ''),
        reasons: () => callbacks.knowledge()?.reasons ?? {},
        accounts: () => callbacks.knowledge()?.accounts ?? [],
      }),
      followTheme(loaded.applyTheme),
    );
    this.letTabLeaveAfterEscape();
  }

  show(path: string, text: string, mayEdit: boolean): void {
    const before = this.shown ? this.models.get(this.shown) : undefined;
    if (before) before.scroll = this.editor.saveViewState();
    const { model, scroll } = this.models.get(path) ?? this.addModel(path, text);
    this.shown = path;
    this.editor.setModel(model);
    this.editor.restoreViewState(scroll);
    this.editor.updateOptions({
      readOnly: !mayEdit,
      ariaLabel: `${path}${mayEdit ? '' : ', read only'}. To leave the editor press Escape, then Tab.`,
    });
  }

  /** Takes over texts that were changed elsewhere, as edits that can be undone. */
  takeOver(files: Readonly<Record<string, string>>): void {
    this.takingOver = true;
    for (const [path, { model }] of this.models) {
      const text = files[path];
      if (text === undefined || text === model.getValue()) continue;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
    }
    this.takingOver = false;
  }

  showDiagnostics(diagnostics: readonly Diagnostic[]): void {
    for (const [path, { model }] of this.models) {
      this.loaded.showDiagnostics(
        model,
        diagnostics.filter(({ file }) => file === path),
      );
    }
  }

  goTo(lineNumber: number, column: number): void {
    this.editor.setPosition({ lineNumber, column });
    this.editor.revealLineInCenterIfOutsideViewport(lineNumber);
    this.editor.focus();
  }

  dispose(): void {
    for (const each of this.rest) each.dispose();
    this.editor.dispose();
    for (const { model } of this.models.values()) model.dispose();
  }

  private addModel(path: string, text: string) {
    const { monaco, editorLanguage } = this.loaded;
    const language = editorLanguage(path);
    // By their names the editor tells Compose files from other YAML.
    const uri = monaco.Uri.from({ scheme: 'inmemory', authority: `model-${++modelCount}`, path: `/${path}` });
    const model = monaco.editor.createModel(text, language, uri);
    // The editor follows the indentation that it finds; a YAML file that has none yet gets the usual two.
    if (language === 'yaml' && !/^ /m.test(text)) model.updateOptions({ tabSize: 2 });
    const entry = { model, scroll: null as editor.ICodeEditorViewState | null };
    this.models.set(path, entry);
    model.onDidChangeContent(() => {
      if (!this.takingOver) this.callbacks.onEdit(path, model.getValue());
    });
    return entry;
  }

  /** Null for a model of another editor on the page. */
  private pathOf(model: editor.ITextModel): string | null {
    for (const [path, entry] of this.models) if (entry.model === model) return path;
    return null;
  }

  /** Esc, if nothing is open that it would close, makes Tab leave the editor until it is left. */
  private letTabLeaveAfterEscape(): void {
    const { KeyCode } = this.loaded.monaco;
    const leave = (tabFocusMode: boolean) => {
      this.editor.updateOptions({ tabFocusMode });
      this.callbacks.onTabLeaves(tabFocusMode);
    };
    this.editor.addCommand(
      KeyCode.Escape,
      () => leave(true),
      '!findWidgetVisible && !markersNavigationVisible && !editorHasMultipleSelections && !editorHoverVisible && !codeActionMenuVisible && !suggestWidgetVisible',
    );
    this.editor.onDidBlurEditorText(() => leave(false));
    this.editor.onDidChangeModelContent(() => leave(false));
  }
}

/** Calls back when the page turns light or dark, by the system or by the reader. */
function followTheme(onChange: () => void): { dispose(): void } {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const reader = new MutationObserver(onChange);
  system.addEventListener('change', onChange);
  reader.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return {
    dispose() {
      system.removeEventListener('change', onChange);
      reader.disconnect();
    },
  };
}
