/**
 * Exports two things of an MDX file: `headings`, its table of contents, the h2 and h3 with the ids that rehype-slug gave
 * them; and `sections`, the text below each of them for the search, what stands above the first under the id null.
 */
export default function rehypeHeadings() {
  return (tree) => {
    const headings = tree.children.filter(isHeading).map(headingOf);
    const sections = sectionsOf(tree.children);
    tree.children.unshift(exportJson('headings', headings), exportJson('sections', sections));
  };
}

const isHeading = (node) => node.tagName === 'h2' || node.tagName === 'h3';
const headingOf = (node) => ({
  id: node.properties.id,
  depth: Number(node.tagName[1]),
  text: textOf(node),
});

function sectionsOf(nodes) {
  const sections = [{ id: null, title: '', text: '' }];
  for (const node of nodes) {
    if (isHeading(node)) sections.push({ id: node.properties.id, title: textOf(node), text: '' });
    else if (node.type !== 'mdxjsEsm') sections.at(-1).text += `${textOf(node)} `;
  }
  return sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').trim() }));
}

/** The words of a node, those in the attributes that components show among them. */
function textOf(node) {
  if (node.value !== undefined) return node.type.startsWith('mdx') ? '' : node.value;
  const shown = (node.attributes ?? []).filter(({ name }) => name === 'question' || name === 'title');
  const words = shown.map(({ value }) => (typeof value === 'string' ? `${value} ` : ''));
  return [...words, ...(node.children ?? []).map(textOf)].join(node.tagName === 'tr' ? ' ' : '');
}

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
