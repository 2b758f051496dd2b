import * as monaco from 'monaco-editor/editor/editor.api';
import type { Range } from '@/checker/types.ts';

const { CompletionItemKind } = monaco.languages;
const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  name: CompletionItemKind.Module,
};

/** Other YAML, such as a Kubernetes manifest, is none of Compose's business. */
const composeFiles = { language: 'yaml', pattern: '**/{compose,docker-compose}*.{yaml,yml}' };

/** Teaches the editor Compose files; the specification's schema loads when it is first asked for. */
export function registerCompose(): void {
  monaco.languages.registerCompletionItemProvider(composeFiles, {
    triggerCharacters: [' ', ':', '-'],
    async provideCompletionItems(model, { lineNumber, column }) {
      const { completeAt } = await import('@/checker/compose/complete.ts');
      return {
        suggestions: completeAt(model.getValue(), lineNumber, column).map((item, index) => ({
          label: item.label,
          // They come best first; by itself the editor would sort them by their letters.
          sortText: String(index).padStart(4, '0'),
          kind: kinds[item.kind],
          insertText: item.insert,
          // The text brings the indentation of its further lines along.
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
          range: toMonaco(item.range),
          ...(item.documentation === undefined ? {} : { documentation: item.documentation }),
          ...(item.deprecated ? { tags: [monaco.languages.CompletionItemTag.Deprecated] } : {}),
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(composeFiles, {
    async provideHover(model, { lineNumber, column }) {
      const { hoverAt } = await import('@/checker/compose/hover.ts');
      const hover = hoverAt(model.getValue(), lineNumber, column);
      if (!hover) return null;
      const takes = hover.accepts ? `\n\nTakes ${hover.accepts}.` : '';
      return {
        range: toMonaco(hover.range),
        contents: [{ value: `**${hover.path}** ${hover.text}${takes}` }],
      };
    },
  });
}

const toMonaco = ({ startLine, startColumn, endLine, endColumn }: Range) =>
  new monaco.Range(startLine, startColumn, endLine, endColumn);
