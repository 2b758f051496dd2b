/** Exports `headings`, the table of contents of an MDX file: its h2 and h3 with the ids that rehype-slug gave them. */
export default function rehypeHeadings() {
  return (tree) => {
    const headings = tree.children
      .filter((node) => node.tagName === 'h2' || node.tagName === 'h3')
      .map((node) => ({ id: node.properties.id, depth: Number(node.tagName[1]), text: textOf(node) }));
    tree.children.unshift(exportJson('headings', headings));
  };
}

const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join('');

/** `export const <name> = JSON.parse('...')`, as the syntax tree that MDX wants. */
function exportJson(name, value) {
  const identifier = (id) => ({ type: 'Identifier', name: id });
  const parse = {
    type: 'CallExpression',
    optional: false,
    callee: {
      type: 'MemberExpression',
      computed: false,
      optional: false,
      object: identifier('JSON'),
      property: identifier('parse'),
    },
    arguments: [{ type: 'Literal', value: JSON.stringify(value) }],
  };
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ExportNamedDeclaration',
            specifiers: [],
            source: null,
            declaration: {
              type: 'VariableDeclaration',
              kind: 'const',
              declarations: [{ type: 'VariableDeclarator', id: identifier(name), init: parse }],
            },
          },
        ],
      },
    },
  };
}
