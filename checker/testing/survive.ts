import { check } from '../index.ts';
import type { Project } from '../types.ts';

/** A project of nothing but a Dockerfile. */
export function dockerfileOnly(text: string): Project {
  return {
    files: new Map([['Dockerfile', { kind: 'file', content: text }]]),
    contextKnown: false,
    dockerfile: 'Dockerfile',
  };
}

/**
 * Runs everything over a text.
 * @returns what broke, or null; the checker promises that nothing does, whatever the text.
 */
export function broken(text: string): string | null {
  try {
    const { failures, diagnostics } = check(dockerfileOnly(text), { all: true });
    if (failures[0]) return `rule ${failures[0].rule}: ${failures[0].message}`;
    const lost = diagnostics.find(
      ({ range }) => !(range.startLine >= 1 && range.startColumn >= 1 && range.endLine >= range.startLine),
    );
    return lost ? `${lost.rule} points nowhere: ${JSON.stringify(lost.range)}` : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
