import {
  all,
  baseSmallerThan,
  editKeepsCached,
  type Goal,
  healthy,
  listensOn,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Follow the file from the top: is everything that the last line starts there by then, for the user who starts it, and does it listen where others can reach it?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'Editing main.py does not install the dependencies again.',
    hint: 'Which instruction brings main.py into the image, and does it stand above or below the installation? The installation needs one file only.',
    why: WHY.cachedDependencies,
    check: editKeepsCached('main.py', 'dependency install'),
  },
  {
    id: 'not-root',
    sentence: 'The service does not run as root.',
    hint: 'Look at the user in force where the file ends. A user that is named must exist in the image.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'slim-base',
    sentence: 'The image starts from a base of less than 200 MB.',
    hint: 'Look at the tag in FROM: the same Python comes in several shapes, and the lesson has a table of them.',
    why: WHY.slimBase,
    check: baseSmallerThan(200),
  },
  {
    id: 'health-checked',
    sentence: 'Docker can tell whether /health answers.',
    hint: 'Look for the instruction that tells Docker how to ask, and at the program that it calls: is it in the image?',
    why: WHY.health,
    check: healthy({ port: 8000, path: '/health' }),
  },
];
