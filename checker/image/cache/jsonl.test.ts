import { describe, expect, it } from 'vitest';
import { predictLine } from './jsonl.ts';

const LINE = {
  id: 'x',
  dockerfile: 'FROM debian:12\nCOPY a.txt /a\nCOPY src /src\n',
  context: [
    { path: 'a.txt', content: 'one\n' },
    { path: 'src/b.bin', base64: 'AAEC', mode: '0755' },
    { path: 'src/link', symlink: 'b.bin' },
    { path: 'src/empty', dir: true },
    { path: 'src/big', size: 5000000 },
  ],
};
const cached = (edit?: object, line: object = LINE) =>
  predictLine({ ...line, edit }).second.steps.map((step) => step.cached);

describe('a line that asks for a prediction', () => {
  it('is built twice, all of it from the cache when nothing is edited', () => {
    expect(predictLine(LINE)).toEqual({
      first: {
        steps: [
          { name: '[2/3] COPY a.txt /a', cached: false },
          { name: '[3/3] COPY src /src', cached: false },
        ],
        error: null,
      },
      second: {
        steps: [
          { name: '[2/3] COPY a.txt /a', cached: true },
          { name: '[3/3] COPY src /src', cached: true },
        ],
        error: null,
      },
    });
    expect(cached({})).toEqual([true, true]);
  });

  it('has what the edit names replaced whole', () => {
    const context = LINE.context.map((entry) =>
      entry.path === 'a.txt' ? { ...entry, content: 'three\n' } : entry,
    );
    expect(cached({ context })).toEqual([false, false]);
    const mode = LINE.context.map((entry) =>
      entry.path === 'src/b.bin' ? { ...entry, mode: 0o644 } : entry,
    );
    expect(cached({ context: mode })).toEqual([true, false]);
    expect(cached({ dockerignore: 'src/big\n' })).toEqual([true, false]);
    const gone = predictLine({ ...LINE, edit: { context: [] } }).second;
    expect(gone.error).toContain('"/a.txt": not found');
  });

  it('takes files without a time for unchanged when their size is the same, as the builder does', () => {
    const changed = (extra: object) =>
      LINE.context.map((entry) =>
        entry.path === 'a.txt' ? { ...entry, content: 'two\n', ...extra } : entry,
      );
    expect(cached({ context: changed({}) })).toEqual([true, true]);
    expect(cached({ context: changed({ mtime: 1700000100 }) })).toEqual([false, false]);
  });

  it('takes the usual mode for the one that is not given', () => {
    const context = LINE.context.map((entry) =>
      entry.path === 'a.txt' ? { ...entry, mode: '0644' } : entry,
    );
    expect(cached({ context })).toEqual([true, true]);
  });

  it('is answered with the field that is wrong', () => {
    expect(() => predictLine({ ...LINE, edit: [] })).toThrow('"edit" must be an object');
    expect(() => predictLine({ ...LINE, edit: { dockerfile: 1 } })).toThrow('"dockerfile" must be a string');
    expect(() => predictLine({ ...LINE, context: [{ path: 'a', content: '', mode: 'rwx' }] })).toThrow(
      '"mode"',
    );
  });
});
