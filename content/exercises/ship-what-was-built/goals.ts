import { buildsTarget, limits, publishesOnly, restarts, runsItsImage } from '@/checker/compose/goals.ts';
import {
  allOf,
  healthcheckAsks,
  healthcheckCanRun,
  runsPlainly,
} from '@/checker/compose/goals-of-environments.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

/** What is asked is in the Compose file; the Dockerfile is given. */
export const setup = { dockerfile: undefined };

export const goals: readonly Goal[] = [
  {
    id: 'as-built',
    sentence: 'The service is built from the production stage, and runs as it was built.',
    hint: 'What may change on a server after the build? Look for a mount, a watcher, a debugger, and for the stage that is built.',
    why: 'What runs should be what was tested and scanned, and nothing else.',
    check: onCompose(allOf(buildsTarget('app', 'production'), runsItsImage('app'), runsPlainly('app'))),
  },
  {
    id: 'one-port',
    sentence: 'Port 3000 of the container is published, and no other.',
    hint: 'The right-hand number of a port is the one in the container.',
    why: 'Every port that is open by mistake is one that nobody watches.',
    check: onCompose(publishesOnly('app', [3000])),
  },
  {
    id: 'limited',
    sentence: 'The service gets at most one CPU and 256 MB.',
    hint: 'Both need a limit. A reservation is none.',
    why: 'Without a limit one container can take all memory and processors of its host.',
    check: onCompose(limits('app', { cpus: 1, memory: '256m' })),
  },
  {
    id: 'asked',
    sentence: 'Docker asks the app whether it is well, with a program that the image has.',
    hint: 'A slim image has few programs. Which one is there for certain, because the app runs on it?',
    why: 'A process can run and answer nothing. Only a check that asks the service notices.',
    check: onCompose(allOf(healthcheckAsks('app', /healthcheck\.js|:3000\b/), healthcheckCanRun('app'))),
  },
  {
    id: 'comes-back',
    sentence: 'Docker starts the service again after a crash.',
    hint: 'What a container does after its end is a policy of the service, and by default it is to do nothing.',
    why: 'Crashes come at night. A policy is faster than a person.',
    check: onCompose(restarts('app')),
  },
];
