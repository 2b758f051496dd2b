import { describe, expect, it } from 'vitest';
import { type Assignment, assignmentFragment, assignmentIn } from './assignment';

const week: Assignment = {
  title: 'Week 3: größer & besser',
  exercises: ['slim-base', 'cache-order'],
  due: 'Friday, 12:00',
  options: { hints: 'none', solution: 'hidden' },
};

describe('a link to an assignment', () => {
  it('says what was put into it', () => {
    expect(assignmentIn(assignmentFragment(week))).toEqual(week);
    const plain: Assignment = { ...week, due: '', options: { hints: 0, solution: 'offered' } };
    expect(assignmentIn(assignmentFragment(plain))).toEqual(plain);
  });

  it('can be written by hand', () => {
    expect(assignmentIn('#title=Week+3&exercise=slim-base&exercise=slim-base&hints=2')).toEqual({
      title: 'Week 3',
      exercises: ['slim-base'],
      due: '',
      options: { hints: 2, solution: 'offered' },
    });
  });

  it('is none without an exercise', () => {
    for (const fragment of ['', '#', '#title=x', '#exercise=']) expect(assignmentIn(fragment)).toBeNull();
  });

  it('is bounded', () => {
    const many = Array.from({ length: 500 }, (_, at) => `exercise=e${at}`).join('&');
    const read = assignmentIn(`#title=${'x'.repeat(9999)}&${many}`);
    expect(read?.exercises.length).toBe(100);
    expect(read?.title.length).toBe(200);
  });
});
