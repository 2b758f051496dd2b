import { RefusalError } from '../refusal.ts';

const CLAUSE = '[augo]*(?:[-+=][rwxXstugo]*)+';
const SYMBOLIC = new RegExp(`^${CLAUSE}(?:,${CLAUSE})*$`);

/**
 * What `--chmod` takes: octal digits, or a symbolic mode such as `u=rwx,go=rx`.
 * @throws RefusalError in BuildKit's words.
 */
export function checkMode(text: string): void {
  const remedy = 'Write a mode such as 644, 755 or u=rwX,go=rX.';
  if (/^\d/.test(text)) {
    if (/^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o7777) return;
    const expected = 'it should be octal string and between 0 and 07777';
    throw new RefusalError(`invalid chmod parameter: '${text}'. ${expected}`, remedy);
  }
  if (!SYMBOLIC.test(text)) throw new RefusalError('invalid syntax', remedy);
}
