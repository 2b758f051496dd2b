import type { Diagnostic } from '../types.ts';
import type { Format } from './options.ts';
import { sarif } from './sarif.ts';

/** What was found in one file. */
export interface Judged {
  path: string;
  diagnostics: readonly Diagnostic[];
}

/** Everything as one text, ending in a line break unless it is empty. */
export function print(format: Format, judged: readonly Judged[]): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(
        judged.flatMap(({ diagnostics }) => diagnostics),
        null,
        2,
      )}\n`;
    case 'sarif':
      return `${JSON.stringify(sarif(judged), null, 2)}\n`;
    case 'github':
      return judged.flatMap(({ diagnostics }) => diagnostics.map(githubLine)).join('');
    case 'text':
      return judged.map(textOf).join('');
  }
}

function textOf({ path, diagnostics }: Judged): string {
  if (diagnostics.length === 0) return `${path}: nothing to object to\n`;
  const lines = diagnostics.map(({ range, severity, message, rule, refs, file }) => {
    const twins = refs.length > 0 ? `, ${refs.join(', ')}` : '';
    return `${file}:${range.startLine}:${range.startColumn} ${severity} ${message} [${rule}${twins}]\n`;
  });
  return lines.join('');
}

const GITHUB_LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function githubLine({ severity, message, file, range, rule }: Diagnostic): string {
  const place = `file=${property(file)},line=${range.startLine},endLine=${range.endLine},col=${range.startColumn}`;
  return `::${GITHUB_LEVEL[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
