import { all, type Goal, listensOn, runsAs, starts } from '@/checker/goals/index.ts';
import { ownsNot } from '@/checker/goals/owner.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Read the file from the top: when the last line runs, is everything that it starts in the image?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'not-root',
    sentence: 'The container runs as a user who is not root.',
    hint: 'Which instruction sets the user for what follows? If you give it a name, some step must have made that account.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'code-is-read-only',
    sentence: 'The service does not own main.py, and so cannot change it.',
    hint: 'Look at who owns the copied files. A service that only reads its code need not own it.',
    why: WHY.lessWritable,
    check: ownsNot('main.py'),
  },
];
