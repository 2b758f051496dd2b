import { buildsTarget, limits, publishesOnly, restarts, runsItsImage } from '@/checker/compose/goals.ts';
import {
  allOf,
  healthcheckAsks,
  healthcheckCanRun,
  runsPlainly,
} from '@/checker/compose/goals-of-environments.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

export const goals: readonly Goal[] = [
  {
    id: 'as-built',
    sentence: 'The service runs the production stage as it was built.',
    hint: 'What may change on a server after the build? Look for a mount, a watcher, a debugger, and for the stage that is built.',
    check: onCompose(allOf(buildsTarget('app', 'production'), runsItsImage('app'), runsPlainly('app'))),
  },
  {
    id: 'one-port',
    sentence: 'Port 3000 of the container is published, and no other.',
    hint: 'The right-hand number of a port is the one in the container.',
    check: onCompose(publishesOnly('app', [3000])),
  },
  {
    id: 'limited',
    sentence: 'The service gets at most one CPU and 256 MB.',
    hint: 'Both need a limit. A reservation is none.',
    check: onCompose(limits('app', { cpus: 1, memory: '256m' })),
  },
  {
    id: 'asked',
    sentence: 'Docker asks the app whether it is well, with a program that the image has.',
    hint: 'A slim image has few programs. Which one is there for certain, because the app runs on it?',
    check: onCompose(allOf(healthcheckAsks('app', /healthcheck\.js|:3000\b/), healthcheckCanRun('app'))),
  },
  {
    id: 'comes-back',
    sentence: 'Docker starts the service again after a crash.',
    hint: 'What a container does after its end is a policy of the service, and by default it is to do nothing.',
    check: onCompose(restarts('app')),
  },
];
