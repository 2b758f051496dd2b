import { buildsTarget, debugPort, hotReloads } from '@/checker/compose/goals.ts';
import {
  allOf,
  editReaches,
  keepsImageFiles,
  onlyOnThisMachine,
} from '@/checker/compose/goals-of-environments.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

/** What is asked is in the Compose file; the Dockerfile is given. */
export const setup = { dockerfile: undefined };

export const goals: readonly Goal[] = [
  {
    id: 'development-stage',
    sentence: 'The service builds the stage for development.',
    hint: 'Without a target, a build makes the last stage of the Dockerfile. Which one is that here?',
    why: 'The production image lacks the tools that development needs, and should lack them.',
    check: onCompose(buildsTarget('app', 'development')),
  },
  {
    id: 'edit-runs',
    sentence: 'An edit of src/server.js runs at once, without a new image.',
    hint: 'Two things are needed: the changed file must arrive where the app runs from, and something must start the app again. Which of the two is missing?',
    why: 'Building an image for each edit takes longer than the edit, and soon nobody develops in the container.',
    check: onCompose(allOf(editReaches('app', 'src/server.js', '/app/src/server.js'), hotReloads('app'))),
  },
  {
    id: 'packages-stay',
    sentence: 'The app still finds the packages that its image installed.',
    hint: 'What is mounted over a folder hides everything that the image has there, folders below it included.',
    why: 'Packages of the machine were built for its system and processor; those of the image fit the container.',
    check: onCompose(keepsImageFiles('app', '/app/node_modules')),
  },
  {
    id: 'debugger',
    sentence: 'A debugger on this machine attaches to port 9229, and from no other machine.',
    hint: "A published port reaches the container from outside. Does the debugger listen there, or only on the container's own loopback? And on which of the host's addresses is the port published?",
    why: 'Whoever reaches a debugger runs any code in the process. On a network it is an open door.',
    check: onCompose(allOf(debugPort('app', 9229), onlyOnThisMachine('app', 9229))),
  },
];
