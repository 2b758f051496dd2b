import * as monaco from 'monaco-editor/editor/editor.api';
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
};

/** Teaches the editor what the guide knows of Dockerfiles; once for all editors of a page. */
export function registerDockerfile(): void {
  monaco.languages.registerCompletionItemProvider('dockerfile', {
    triggerCharacters: ['$', '{', '=', '-', ' '],
    provideCompletionItems(model, { lineNumber, column }) {
      const { startColumn, items } = completeDockerfile(model.getValue(), lineNumber, column);
      const range = new monaco.Range(lineNumber, startColumn, lineNumber, column);
      return {
        suggestions: items.map(({ label, kind, insert, documentation }) => ({
          label,
          kind: kinds[kind],
          insertText: insert,
          range,
          ...(documentation === undefined ? {} : { documentation }),
        })),
      };
    },
  });
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
