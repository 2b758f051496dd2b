import { describe, expect, it } from 'vitest';
import { ExpandError, expandWord } from './expand.ts';

const VALUES: Record<string, string> = {
  A: 'one',
  EMPTY: '',
  PATH: '/usr/bin:/bin',
  FILE: 'a.tar.gz',
  TWO: 'x y',
};
const expand = (text: string, escape = '\\') => expandWord(text, escape, (name) => VALUES[name]).result;

describe('variables expand as in BuildKit', () => {
  it.each([
    ['$A', 'one'],
    ['${A}', 'one'],
    ['$A/x', 'one/x'],
    ['$AB', ''],
    ['\\$A', '$A'],
    ["'$A'", '$A'],
    ['"$A"', 'one'],
    ['"\\$A \\x"', '$A \\x'],
    ['a\\ b', 'a b'],
    ['$', '$'],
    ['$1', ''],
    ['${A:-x}', 'one'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${NONE-x}', 'x'],
    ['${NONE:-${A}}', 'one'],
    ['${A:+x}', 'x'],
    ['${EMPTY:+x}', ''],
    ['${EMPTY+x}', 'x'],
    ['${A?gone}', 'one'],
    ['${FILE%.*}', 'a.tar'],
    ['${FILE%%.*}', 'a'],
    ['${FILE#*.}', 'tar.gz'],
    ['${FILE##*.}', 'gz'],
    ['${FILE/a/b}', 'b.tar.gz'],
    ['${PATH//bin/x}', '/usr/x:/x'],
    ['${FILE/./}', 'atar.gz'],
  ])('%s gives %j', (text, result) => {
    expect(expand(text)).toBe(result);
  });

  it('knows the backtick as escape', () => {
    expect(expand('`$A\\x', '`')).toBe('$A\\x');
  });

  it.each([
    ['"a', 'unexpected end of statement while looking for matching double-quote'],
    ["'a", 'unexpected end of statement while looking for matching single-quote'],
    ['${A', 'unsupported modifier'],
    ['${', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${A:#x}', 'unsupported modifier (:#) in substitution'],
    ['${NONE?gone}', 'NONE: gone'],
    ['${NONE:?}', 'NONE: is not allowed to be unset'],
    ['${EMPTY:?}', 'EMPTY: is not allowed to be empty'],
    ['${A-x', "syntax error: missing '}'"],
  ])('%s is refused', (text, message) => {
    expect(() => expand(text)).toThrow(ExpandError);
    expect(() => expand(text)).toThrow(message);
  });

  it('splits words at blanks outside quotes, those of variables too', () => {
    const { words } = expandWord('a "b c" $TWO', '\\', (name) => VALUES[name]);
    expect(words).toEqual(['a', 'b c', 'x', 'y']);
  });

  it('says which names were found and which were not', () => {
    const { matched, unmatched } = expandWord('$A $B ${C:-d}', '\\', (name) => VALUES[name]);
    expect([...matched]).toEqual(['A']);
    expect([...unmatched]).toEqual(['B', 'C']);
  });
});
