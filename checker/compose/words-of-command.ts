/**
 * Splits a command that is written as one text into words as Compose does: quotes and backslashes as in a
 * shell, but no shell runs, so variables, pipes and `&&` mean nothing.
 * https://github.com/compose-spec/compose-spec/blob/main/05-services.md#command
 *
 * @returns undefined when a quote is never closed.
 */
export function splitWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (quote === "'") {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === '\\') {
      word = (word ?? '') + (text[++at] ?? '');
    } else if (quote === '"') {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (quote !== '') return undefined;
  if (word !== undefined) words.push(word);
  return words;
}
