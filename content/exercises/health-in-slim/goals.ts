import { all, type Goal, healthy, listensOn, starts } from '@/checker/goals/index.ts';
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
    id: 'healthy',
    sentence: 'The health check asks /health on port 8000 with a program that the image has.',
    hint: 'Which program does the check call? Ask yourself whether a slim Python image has it, and which one it has for certain.',
    why: WHY.health,
    check: healthy({ port: 8000, path: '/health' }),
  },
];
