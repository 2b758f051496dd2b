import { describe, expect, it } from 'vitest';
import { csv } from './csv';
import { type HandedIn, readResultFile, resultFile } from './result-file';

const result: HandedIn = {
  savedAt: '2026-11-25T10:00:00.000Z',
  name: 'Ada',
  assignment: 'Week 3',
  exercises: [
    { id: 'slim-base', files: { Dockerfile: 'FROM a\n' }, reached: ['slim'], total: 2, solvedAt: null },
  ],
};
const written = JSON.parse(resultFile(result));

describe('a result file', () => {
  it('is read as it was saved', () => {
    expect(readResultFile(resultFile(result))).toEqual({ is: 'result', result });
  });

  it.each([
    ['cut off', resultFile(result).slice(0, 90), /not JSON/],
    ['a list', '[]', /no result file/],
    ['of another program', '{"format":"x"}', /no result file/],
    ['a progress file', '{"format":"cloud-native-containers-guide/progress","version":1}', /progress file/],
    ['of a newer guide', JSON.stringify({ ...written, version: 2 }), /newer/],
    ['without exercises', JSON.stringify({ ...written, exercises: null }), /damaged/],
    [
      'with a file that is no text',
      JSON.stringify({ ...written, exercises: [{ ...written.exercises[0], files: { a: 1 } }] }),
      /damaged/,
    ],
    [
      'with an id that is a path',
      JSON.stringify({ ...written, exercises: [{ ...written.exercises[0], id: '../x' }] }),
      /damaged/,
    ],
    ['enormous', `"${'x'.repeat(1_000_001)}"`, /larger/],
  ])('%s is refused with a reason', (_, text, why) => {
    expect(readResultFile(text)).toEqual({ is: 'refused', why: expect.stringMatching(why) });
  });

  it('with an endless or missing name is shortened or named', () => {
    const named = (name: unknown) => {
      const read = readResultFile(JSON.stringify({ ...written, name }));
      return read.is === 'result' ? read.result.name : null;
    };
    expect(named('x'.repeat(999))?.length).toBe(200);
    expect(named(7)).toBe('without a name');
    expect(named('   ')).toBe('without a name');
  });
});

describe('the table for a spreadsheet', () => {
  it('quotes what needs it', () => {
    expect(
      csv([
        ['name', 'a, b'],
        ['say "hi"', 'two\nlines'],
      ]),
    ).toBe('\uFEFFname,"a, b"\r\n"say ""hi""","two\nlines"\r\n');
  });

  it('lets no cell be run as a formula', () => {
    expect(csv([['=1+1', '+1', '-1', '@x', '\tx', 5, '3/5']])).toBe("\uFEFF'=1+1,'+1,'-1,'@x,'\tx,5,3/5\r\n");
  });
});
