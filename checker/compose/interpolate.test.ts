import { describe, expect, it } from 'vitest';
import { InterpolationError, interpolate } from './interpolate.ts';

const values: Record<string, string> = { SET: 'value', EMPTY: '' };
const filled = (text: string) => interpolate(text, (name) => values[name]).text;

describe('variables are filled in as the specification says', () => {
  it.each([
    ['$SET', 'value'],
    ['${SET}', 'value'],
    ['a-$SET-b', 'a-value-b'],
    ['$$SET', '$SET'],
    ['$$$SET', '$value'],
    ['${UNSET:-default}', 'default'],
    ['${UNSET-default}', 'default'],
    ['${EMPTY:-default}', 'default'],
    ['${EMPTY-default}', ''],
    ['${SET:-default}', 'value'],
    ['${SET:+other}', 'other'],
    ['${SET+other}', 'other'],
    ['${EMPTY:+other}', ''],
    ['${EMPTY+other}', 'other'],
    ['${UNSET:+other}', ''],
    ['${UNSET:-${SET}}', 'value'],
    ['${UNSET:-a ${OTHER:-b} c}', 'a b c'],
    ['${UNSET:-{"a":1}}', '{"a":1}'],
    ['${SET:?must be set}', 'value'],
    ['no variable', 'no variable'],
  ])('%s becomes %s', (text, result) => {
    expect(filled(text)).toBe(result);
  });
});

it.each(['$UNSET', '${UNSET}', '${UNSET:?say what}', '${A:-${UNSET}}'])('%s is not known', (text) => {
  expect(interpolate(text, (name) => values[name]).unknown).toEqual(['UNSET']);
});

it.each(['$', '100%$ ', '${', '${}', '${SET', '${1X}', '${SET!}', '$-x'])('%s is refused', (text) => {
  expect(() => filled(text)).toThrow(InterpolationError);
});
