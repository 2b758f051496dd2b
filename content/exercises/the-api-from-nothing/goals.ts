import {
  all,
  baseSmallerThan,
  containsNo,
  editKeepsCached,
  type Goal,
  healthy,
  installs,
  installsNo,
  listensOn,
  noLayerHolds,
  receivesSignals,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import { onImageOf } from '@/checker/goals/project.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Follow the last stage from its FROM to its CMD: are the packages there, is main.py, and on which address does the server listen?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'two-ends',
    sentence: 'A stage called development has debugpy, and the image for production has not.',
    hint: 'Two stages can stand on a third one that holds what both need. Which list of packages is for which?',
    why: WHY.noDevDependencies,
    check: all(
      onImageOf({ target: 'development' }, installs('pip', 'debugpy')),
      installsNo('pip', 'debugpy', 'pytest'),
    ),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'An edit of main.py installs nothing again.',
    hint: 'What does the step that installs stand on? It needs a list, and not the code.',
    why: WHY.cachedDependencies,
    check: editKeepsCached('main.py', 'dependency install'),
  },
  {
    id: 'not-root',
    sentence: 'The service does not run as root.',
    hint: 'Look at the user in force where the last stage ends. Does the name exist in that stage?',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'slim-base',
    sentence: 'The image starts from a base of less than 200 MB.',
    hint: 'The same Python comes in several shapes. The tag says which.',
    why: WHY.slimBase,
    check: baseSmallerThan(200),
  },
  {
    id: 'healthy',
    sentence: 'Docker can tell whether /health answers.',
    hint: 'Which program in this image can send a request? It runs the service, too.',
    why: WHY.health,
    check: healthy({ port: 8000, path: '/health' }),
  },
  {
    id: 'stops',
    sentence: 'The service hears SIGTERM and can finish what it is doing.',
    hint: 'Which process is number 1? A shell in front of the server keeps the signal to itself.',
    why: WHY.stopsWhenTold,
    check: receivesSignals(),
  },
  {
    id: 'no-secret',
    sentence: 'No layer of the image holds .env, and the image holds no tests.',
    hint: 'There are two ways to keep a file out: not to copy it, and not to show it to the build at all.',
    why: WHY.noSecretsInImage,
    check: all(noLayerHolds('.env'), containsNo(/(^|\/)tests(\/|$)/)),
  },
];
