import { describe, expect, it } from 'vitest';
import { hostOrigin, NAME, progressNews, wishIn } from './messages';

const around = {};
const hello = { target: NAME, version: 1, type: 'hello' };
const from = (data: unknown, origin = 'https://school.example', source: unknown = around) => ({
  data,
  origin,
  source,
});

describe('the page around an embedded exercise', () => {
  it('is told news if it is the one that the address names', () => {
    expect(hostOrigin('#origin=https://school.example')).toBe('https://school.example');
    expect(hostOrigin('#hints=2&origin=https%3A%2F%2Fschool.example%2Fcourse%2F')).toBe(
      'https://school.example',
    );
    expect(hostOrigin('#hints=2')).toBe('*');
  });

  it('is nobody when the address names what is no origin', () => {
    for (const bad of ['#origin=', '#origin=school', '#origin=*', '#origin=data:text/html,x'])
      expect(hostOrigin(bad)).toMatch(/\.invalid$/);
  });

  it('is heard when it speaks as documented', () => {
    expect(wishIn(from(hello), '*', around)).toEqual({ type: 'hello' });
    expect(wishIn(from(hello), 'https://school.example', around)).toEqual({ type: 'hello' });
    expect(wishIn(from({ ...hello, type: 'theme', theme: 'dark' }), '*', around)).toEqual({
      type: 'theme',
      theme: 'dark',
    });
  });

  it.each([
    ['another window', from(hello, 'https://school.example', {}), '*'],
    ['another origin', from(hello, 'https://evil.example'), 'https://school.example'],
    ['another program', from({ ...hello, target: 'react-devtools' }), '*'],
    ['another version', from({ ...hello, version: 2 }), '*'],
    ['a wish that there is none of', from({ ...hello, type: 'files' }), '*'],
    ['a theme that there is none of', from({ ...hello, type: 'theme', theme: 'x"><script>' }), '*'],
    ['text', from('hello'), '*'],
    ['nothing', from(null), '*'],
  ])('is not heard: %s', (_, event, host) => {
    expect(wishIn(event, host, around)).toBeNull();
  });
});

it('progress counts the goals that are reached, and only these', () => {
  const goals = ['a', 'b', 'c'].map((id) => ({ id, sentence: id, hint: '', why: null }));
  const results = [
    { id: 'a', status: 'pass' as const, message: '' },
    { id: 'b', status: 'error' as const, message: '' },
    { id: 'gone', status: 'pass' as const, message: '' },
  ];
  expect(progressNews(goals, results)).toEqual({
    type: 'progress',
    reached: 1,
    total: 3,
    goals: [
      { id: 'a', reached: true },
      { id: 'b', reached: false },
      { id: 'c', reached: false },
    ],
  });
});
