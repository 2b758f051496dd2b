import { describe, expect, it } from 'vitest';
import { emptyProject } from './project';
import { sample } from './sample';
import { playgroundReducer } from './usePlayground';

const start = { project: sample, before: null, outside: 0 };

describe('the files of the playground', () => {
  it('take over what is typed, without telling editors what they know', () => {
    const typed = playgroundReducer(start, { do: 'edit', path: 'server.js', text: '// mine' });
    expect(typed).toMatchObject({ outside: 0, project: { files: { 'server.js': '// mine' }, whole: true } });
    expect(playgroundReducer(typed, { do: 'edit', path: 'server.js', text: '// mine' })).toBe(typed);
  });

  it('are no longer the whole project when a Dockerfile was pasted over that of the sample', () => {
    const pasted = playgroundReducer(start, { do: 'edit', path: 'Dockerfile', text: 'FROM scratch\n' });
    expect(pasted.project.whole).toBe(false);
  });

  it('come back after they were replaced, also when more was typed since', () => {
    const replaced = playgroundReducer(start, { do: 'replace', project: emptyProject, says: 'Gone.' });
    const typed = playgroundReducer(replaced, { do: 'edit', path: 'a', text: 'x' });
    expect(typed.before?.says).toBe('Gone.');
    expect(playgroundReducer(typed, { do: 'undo' })).toMatchObject({ project: sample, before: null });
  });

  it('join others of the same name, as text or by size', () => {
    const sized = playgroundReducer(start, {
      do: 'join',
      files: { new: '1' },
      sizes: { 'server.js': 9 },
      says: '',
    });
    expect(sized.project.sizes).toEqual({ 'server.js': 9 });
    expect(sized.project.files).toMatchObject({ new: '1' });
    expect(sized.project.files).not.toHaveProperty('server.js');
    const back = playgroundReducer(sized, { do: 'join', files: { 'server.js': 'x' }, sizes: {}, says: '' });
    expect(back.project.sizes).toEqual({});
    expect(back.project.files['server.js']).toBe('x');
    expect(sample.files['server.js']).toContain('createServer');
  });
});
