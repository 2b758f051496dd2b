import { all, type Goal, healthy, listensOn, starts } from '@/checker/goals/index.ts';
import { noticesWithin, turnsHealthy } from '@/checker/goals/life.ts';

export const goals: readonly Goal[] = [
  {
    id: 'asks',
    sentence: 'The health check asks /health on port 3000 with a program that the image has.',
    hint: 'Is the program of the check still one that a slim Node image has, and does an error answer make it fail?',
    check: all(starts(), listensOn(3000), healthy({ port: 3000, path: '/health' })),
  },
  {
    id: 'patient',
    sentence:
      'A start of 40 seconds never makes the container unhealthy, and it is healthy after 70 at the latest.',
    hint: 'Write down when the checks run, and which of them fail. How many failures in a row are there by the time the service answers? One option says that failures at the beginning do not count.',
    check: turnsHealthy({ readyAfter: 40, within: 70 }),
  },
  {
    id: 'watchful',
    sentence: 'A service that hangs is called unhealthy within 45 seconds.',
    hint: 'Each failing check costs the interval before it and the timeout that it waits. Multiply by the retries.',
    check: noticesWithin(45),
  },
];
