import type { Severity } from '../types.ts';
import { judgeCompose } from './judge.ts';

/** One line of standard input that has `compose`. */
export interface ComposeLineInput {
  id?: unknown;
  /** One text, or a list in merge order. */
  compose: string | readonly string[];
}

export interface ComposeLineOutput {
  id: unknown;
  refused: string | null;
  diagnostics: {
    rule: string;
    refs: readonly string[];
    severity: Severity;
    message: string;
    line: number;
    endLine: number;
    path?: string;
  }[];
}

/**
 * Judges one line of the line protocol.
 *
 * @throws TypeError when `compose` is neither a text nor a list of texts.
 */
export function composeLine(input: ComposeLineInput, options: { all?: boolean } = {}): ComposeLineOutput {
  const texts = typeof input.compose === 'string' ? [input.compose] : input.compose;
  if (!Array.isArray(texts) || texts.length === 0 || texts.some((text) => typeof text !== 'string')) {
    throw new TypeError('"compose" must be a text or a list of texts in merge order');
  }
  const files = texts.map((text, index) => ({
    path: index === 0 ? 'compose.yaml' : `compose.${index + 1}.yaml`,
    text,
  }));
  const { refused, diagnostics } = judgeCompose(files, options);
  return {
    id: input.id ?? null,
    refused,
    diagnostics: diagnostics.map(({ rule, refs, severity, message, range, path }) => ({
      rule,
      refs,
      severity,
      message,
      line: range.startLine,
      endLine: range.endLine,
      ...(path !== undefined && { path }),
    })),
  };
}
