import { buildsTarget, debugPort, hotReloads, runsItsImage } from '@/checker/compose/goals.ts';
import {
  allOf,
  editReaches,
  environmentIs,
  publishedAs,
  runsPlainly,
} from '@/checker/compose/goals-of-environments.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

const server = ['compose.yaml', 'compose.prod.yaml'];
const laptop = ['compose.yaml', 'compose.override.yaml'];

/** What is asked is in the Compose files; the Dockerfile is given. */
export const setup = { compose: server, dockerfile: undefined };

export const goals: readonly Goal[] = [
  {
    id: 'no-source',
    sentence: 'Production runs what its image holds, not the source on the server.',
    hint: 'Lists of two files are put one after the other. Which list of the base did the production file never mention?',
    why: 'What a server mounts over the image was never tested with it, and is no longer what was scanned and signed.',
    check: onCompose(runsItsImage('app'), ...server),
  },
  {
    id: 'plain-start',
    sentence: 'Production starts the production stage, without a watcher and without a debugger.',
    hint: 'A command that the later file does not set stays the command of the earlier one.',
    why: 'A watcher and a debugger cost memory, and the debugger runs any code for whoever reaches it.',
    check: onCompose(
      allOf(
        buildsTarget('app', 'production'),
        runsPlainly('app'),
        environmentIs('app', 'NODE_ENV', 'production'),
      ),
      ...server,
    ),
  },
  {
    id: 'one-door',
    sentence: 'Production is reached by port 80 of the host, and by no other.',
    hint: 'Count the ports in the merged file. A port in the later file does not replace the one before, it stands beside it.',
    why: 'Every port that is open by mistake is one that nobody watches.',
    check: onCompose(publishedAs('app', [80]), ...server),
  },
  {
    id: 'still-develops',
    sentence: 'On your machine an edit still runs at once, and a debugger still attaches to port 9229.',
    hint: 'What you took out of one file, development may need in another. compose.override.yaml is read on your machine only.',
    why: 'A repair that takes development away is worked around within a week.',
    check: onCompose(
      allOf(
        editReaches('app', 'src/server.js', '/app/src/server.js'),
        hotReloads('app'),
        debugPort('app', 9229),
      ),
      ...laptop,
    ),
  },
];
