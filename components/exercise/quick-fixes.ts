import * as monaco from 'monaco-editor/editor/editor.api';
import { fixesTogether } from '@/checker/fix.ts';
import type { Diagnostic, Fix, Range, Severity } from '@/checker/types.ts';
import { siteUrl } from '../share/site';

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

/** Offers the rules' own repairs at the lightbulb and by Ctrl+., one by one and all at once. */
export function offerFixes(
  diagnosticsOf: (model: monaco.editor.ITextModel) => readonly Diagnostic[],
): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider('*', {
    provideCodeActions(model, range) {
      const fixable = diagnosticsOf(model).filter(({ fix }) => fix);
      const here = fixable.filter(({ range: place }) =>
        monaco.Range.areIntersectingOrTouching(toMonaco(place), range),
      );
      const actions = here.map(({ fix, file }) => action(model, fix as Fix, file));
      if (here.length > 0 && fixable.length > 1) actions.push(allAtOnce(model, fixable));
      return { actions, dispose() {} };
    },
  });
}

/** Explains the rule at the pointer: why it is there, and where to read more. */
export function explainRules(
  diagnosticsOf: (model: monaco.editor.ITextModel) => readonly Diagnostic[],
  reasons: () => Readonly<Record<string, string>>,
): monaco.IDisposable {
  return monaco.languages.registerHoverProvider('*', {
    provideHover(model, position) {
      const here = diagnosticsOf(model).filter(({ range }) =>
        monaco.Range.containsPosition(toMonaco(range), position),
      );
      const rules = [...new Set(here.map(({ rule }) => rule))].filter((rule) => reasons()[rule]);
      if (rules.length === 0) return null;
      return {
        contents: rules.map((rule) => ({
          value: `${reasons()[rule]} [${rule}](${siteUrl(`/rules/${rule}/`)})`,
        })),
      };
    },
  });
}

function allAtOnce(
  model: monaco.editor.ITextModel,
  fixable: readonly Diagnostic[],
): monaco.languages.CodeAction {
  const file = fixable[0]?.file as string;
  const fixes = fixesTogether({ [file]: model.getValue() }, fixable);
  const title = `Fix all that can be fixed at once (${fixes.length})`;
  return action(model, { title, edits: fixes.flatMap(({ edits }) => edits) }, file);
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
