import { all, type Goal, runsAs, starts } from '@/checker/goals/index.ts';
import { stopsGracefully } from '@/checker/goals/life.ts';

export const goals: readonly Goal[] = [
  {
    id: 'starts',
    sentence: 'The worker starts, and not as root.',
    hint: 'Follow the last lines from the top: is every program and every file that they name in the image, for the user who runs them?',
    check: all(starts(), runsAs('nonRoot')),
  },
  {
    id: 'stops',
    sentence: 'docker stop lets the worker give back what is left.',
    hint: 'Which signal does the program understand, and which one does Docker send? An image can say which one it wants. And whatever is sent must reach Python, not a shell.',
    check: stopsGracefully(),
  },
];
