import * as monaco from 'monaco-editor/editor/editor.api';
import type { StageAccounts } from '@/checker/image/accounts-view.ts';
import type { Range } from '@/checker/types.ts';
import { completeDockerfile, type Suggestion } from './complete';
import { stageAt } from './definition';
import { formatDockerfile } from './format';
import { hoverDockerfile } from './hover';

const { CompletionItemKind } = monaco.languages;
const kinds: Record<Suggestion['kind'], monaco.languages.CompletionItemKind> = {
  instruction: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Property,
  stage: CompletionItemKind.Module,
  variable: CompletionItemKind.Variable,
  image: CompletionItemKind.File,
  account: CompletionItemKind.User,
};

/** Offers completion in Dockerfiles; null for the accounts of a model that is another editor's. */
export function completeDockerfiles(
  accountsOf: (model: monaco.editor.ITextModel) => readonly StageAccounts[] | null,
): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider('dockerfile', {
    triggerCharacters: ['$', '{', '=', '-', ' ', ':', '/'],
    async provideCompletionItems(model, { lineNumber, column }) {
      const accounts = accountsOf(model);
      if (!accounts) return null;
      // The facts about base images are wanted by nobody who reads only.
      const { sizedBases } = await import('@/checker/image/facts/base-images.ts');
      const surroundings = { bases: sizedBases(), accounts };
      const { startColumn, items } = completeDockerfile(model.getValue(), lineNumber, column, surroundings);
      const range = new monaco.Range(lineNumber, startColumn, lineNumber, column);
      return {
        suggestions: items.map(({ label, kind, insert, detail, documentation }, at) => ({
          label: detail === undefined ? label : { label, description: detail },
          kind: kinds[kind],
          insertText: insert,
          sortText: String(at).padStart(4, '0'),
          range,
          ...(documentation === undefined ? {} : { documentation }),
        })),
      };
    },
  });
}

/** Teaches the editor what the guide knows of Dockerfiles; once for all editors of a page. */
export function registerDockerfile(): void {
  // The editor's own definition of the language does not say what a comment is.
  monaco.languages.setLanguageConfiguration('dockerfile', { comments: { lineComment: '#' } });
  monaco.languages.registerHoverProvider('dockerfile', {
    provideHover(model, { lineNumber, column }) {
      const hover = hoverDockerfile(model.getValue(), lineNumber, column);
      return hover && { range: toMonaco(hover.range), contents: [{ value: hover.markdown }] };
    },
  });
  monaco.languages.registerDefinitionProvider('dockerfile', {
    provideDefinition(model, { lineNumber, column }) {
      const range = stageAt(model.getValue(), lineNumber, column);
      return range && { uri: model.uri, range: toMonaco(range) };
    },
  });
  monaco.languages.registerDocumentFormattingEditProvider('dockerfile', {
    provideDocumentFormattingEdits: (model) => [
      { range: model.getFullModelRange(), text: formatDockerfile(model.getValue()) },
    ],
  });
}

const toMonaco = ({ startLine, startColumn, endLine, endColumn }: Range) =>
  new monaco.Range(startLine, startColumn, endLine, endColumn);
