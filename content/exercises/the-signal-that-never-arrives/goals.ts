import { all, type Goal, listensOn, starts } from '@/checker/goals/index.ts';
import { stopsGracefully } from '@/checker/goals/life.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000.',
    hint: 'A JSON array is a list of words: the program, then each of its arguments. How many words does yours have?',
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'stops',
    sentence: 'docker stop lets the service finish its orders.',
    hint: 'Look at how CMD is written. Who reads a command that is written as plain text, and which process is that?',
    check: stopsGracefully(),
  },
];
