import { highlight } from './highlight.mjs';

/**
 * Turns every fenced block into a figure: coloured, with its `title`, its marked lines `{2,4-5}`, and a note
 * where the block declares by `breaks="rule-name"` that it is wrong on purpose.
 */
export default function rehypeCode() {
  return async (tree) => {
    const jobs = [];
    visit(tree, (node, index, parent) => {
      const code = node.tagName === 'pre' ? node.children[0] : undefined;
      if (code?.tagName === 'code')
        jobs.push(figure(code).then((element) => (parent.children[index] = element)));
    });
    await Promise.all(jobs);
  };
}

function visit(node, visitor, index = 0, parent = node) {
  visitor(node, index, parent);
  node.children?.forEach((child, at) => visit(child, visitor, at, node));
}

async function figure(code) {
  const language = (code.properties.className ?? []).join(' ').replace('language-', '') || 'text';
  const { title, marked, breaks } = readMeta(code.data?.meta ?? '');
  const text = code.children.map((child) => child.value ?? '').join('');
  const lines = await highlight(text.replace(/\n$/, ''), language);
  const label = title ?? (language === 'text' ? 'Code' : language);
  const caption = [element('span', {}, [plain(title ?? '')])];
  if (breaks) caption.push(element('span', { className: ['code-broken'] }, [plain('Wrong on purpose')]));
  return element('figure', { className: ['code'] }, [
    ...(title || breaks ? [element('figcaption', {}, caption)] : []),
    // A block that scrolls sideways must be reachable by keyboard.
    element('pre', { tabIndex: 0, role: 'group', ariaLabel: label, className: [`lang-${language}`] }, [
      element(
        'code',
        {},
        lines.flatMap((tokens, at) => [
          element(
            'span',
            { className: marked.has(at + 1) ? ['line', 'line-marked'] : ['line'] },
            tokens.map(({ text, kind }) =>
              kind ? element('span', { className: [`tok-${kind}`] }, [plain(text)]) : plain(text),
            ),
          ),
          plain('\n'),
        ]),
      ),
    ]),
  ]);
}

/** `title="Dockerfile" {2,4-5} breaks="latest-tag"`, in any order. */
function readMeta(meta) {
  const attribute = (name) => new RegExp(`${name}="([^"]*)"`).exec(meta)?.[1];
  const marked = new Set();
  for (const part of (/\{([\d,\s-]+)\}/.exec(meta)?.[1] ?? '').split(',')) {
    const [first, last = first] = part.split('-').map(Number);
    for (let line = first; line <= last; line++) marked.add(line);
  }
  return { title: attribute('title'), breaks: attribute('breaks'), marked };
}

const element = (tagName, properties, children) => ({ type: 'element', tagName, properties, children });
const plain = (value) => ({ type: 'text', value });
