import * as monaco from 'monaco-editor/editor/editor.api';
import type { Diagnostic, Fix, Range, Severity } from '@/checker/types.ts';

/** Diagnostics that an editor shows at most; a file of noise would have thousands. */
const most = 200;

const severities: Record<Severity, number> = { error: 8, warning: 4, info: 2 };

/** Underlines what the checker found in one file. */
export function showDiagnostics(model: monaco.editor.ITextModel, diagnostics: readonly Diagnostic[]): void {
  const markers = diagnostics.slice(0, most).map((diagnostic) => ({
    ...toMonaco(diagnostic.range),
    severity: severities[diagnostic.severity],
    message: diagnostic.message,
    code: diagnostic.rule,
  }));
  monaco.editor.setModelMarkers(model, 'checker', markers);
}

/** Offers the rules' own repairs at the lightbulb and by Ctrl+. */
export function offerFixes(
  diagnosticsOf: (model: monaco.editor.ITextModel) => readonly Diagnostic[],
): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider('*', {
    provideCodeActions(model, range) {
      const here = diagnosticsOf(model).filter(
        ({ fix, range: place }) => fix && monaco.Range.areIntersectingOrTouching(toMonaco(place), range),
      );
      const actions = here.map(({ fix, file }) => action(model, fix as Fix, file));
      return { actions, dispose() {} };
    },
  });
}

function action(model: monaco.editor.ITextModel, fix: Fix, file: string): monaco.languages.CodeAction {
  const edits = fix.edits
    .filter((edit) => edit.file === file)
    .map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: toMonaco(edit.range), text: edit.text },
    }));
  return { title: fix.title, kind: 'quickfix', edit: { edits } };
}

function toMonaco({ startLine, startColumn, endLine, endColumn }: Range): monaco.IRange {
  return {
    startLineNumber: startLine,
    startColumn,
    endLineNumber: endLine,
    // An empty place would be underlined nowhere.
    endColumn: startLine === endLine && startColumn === endColumn ? endColumn + 1 : endColumn,
  };
}
