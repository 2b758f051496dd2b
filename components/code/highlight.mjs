import { createCssVariablesTheme, createHighlighter } from 'shiki';

const languages = [
  'bash',
  'css',
  'diff',
  'dockerfile',
  'go',
  'html',
  'ini',
  'java',
  'javascript',
  'json',
  'nginx',
  'python',
  'shellsession',
  'toml',
  'tsx',
  'typescript',
  'yaml',
];
const aliases = { compose: 'yaml', sh: 'bash', console: 'shellsession', js: 'javascript', ts: 'typescript' };

// Colours are CSS variables of our own, so one rendering serves both themes.
let highlighter;
function shiki() {
  highlighter ??= createHighlighter({
    themes: [createCssVariablesTheme({ name: 'guide', variablePrefix: '--shiki-' })],
    langs: languages,
  });
  return highlighter;
}

/**
 * Colours code at build time.
 *
 * @param {string} code
 * @param {string} language - a fence's language; one that is not known is left without colour.
 * @returns {Promise<{ text: string, kind: string | null }[][]>} the tokens of each line; `kind` names a class `tok-<kind>`.
 */
export async function highlight(code, language) {
  const name = aliases[language] ?? language;
  if (!languages.includes(name)) return code.split('\n').map((text) => [{ text, kind: null }]);
  const { tokens } = (await shiki()).codeToTokens(code, { lang: name, theme: 'guide' });
  return tokens.map((line) =>
    line.map((token) => ({
      text: token.content,
      kind: /--shiki-token-([a-z-]+)/.exec(token.color ?? '')?.[1] ?? null,
    })),
  );
}

/** @type {[RegExp, string][]} */
const byName = [
  [/(^|\/)(Dockerfile|Containerfile)[^/]*$|\.dockerfile$/i, 'dockerfile'],
  [/\.ya?ml$/, 'yaml'],
  [/\.py$/, 'python'],
  [/\.[cm]?jsx?$/, 'javascript'],
  [/\.tsx$/, 'tsx'],
  [/\.[cm]?ts$/, 'typescript'],
  [/\.json$/, 'json'],
  [/\.(sh|bash)$|\.env[^/]*$/, 'bash'],
  [/\.go$/, 'go'],
  [/\.java$/, 'java'],
  [/\.html$/, 'html'],
  [/\.css$/, 'css'],
  [/\.toml$/, 'toml'],
  [/\.conf$/, 'nginx'],
];

/** Language of a file by its name. @param {string} path */
export function languageOf(path) {
  return byName.find(([pattern]) => pattern.test(path))?.[1] ?? 'text';
}
