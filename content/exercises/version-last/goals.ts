import {
  all,
  builtWith,
  editKeepsCached,
  type Goal,
  listensOn,
  setsEnv,
  starts,
} from '@/checker/goals/index.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';

export const setup: ExerciseSetup = { buildArgs: { VERSION: '1.4.0' } };

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Follow the file from the top: is everything that the last line starts in the image by then?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'version-inside',
    sentence: 'The image has as APP_VERSION what it was built with as VERSION.',
    hint: 'An ARG counts from its line on, and only in the stage that it stands in. ENV makes a value of the image out of it.',
    why: 'A service that can tell its version shortens every search for what is running where.',
    check: all(
      setsEnv('APP_VERSION', '1.4.0'),
      builtWith({ VERSION: '1.4.1' }, setsEnv('APP_VERSION', '1.4.1')),
    ),
  },
  {
    id: 'release-keeps-dependencies',
    sentence: 'Built with VERSION=1.4.1 and nothing else changed, no package is installed again.',
    hint: 'A RUN stands on every ARG and ENV above it that has a value, whether it uses them or not. Which line must go below which?',
    why: 'A release should not take longer to build than an edit, and not install anything that was not tested.',
    check: editKeepsCached(
      (project) => ({ ...project, buildArgs: { VERSION: '1.4.1' } }),
      'dependency install',
    ),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'Editing main.py installs no package.',
    hint: 'The order of the copies was right. It should stay so.',
    why: 'Code changes many times a day, dependencies rarely. When each edit installs them again, everybody waits.',
    check: editKeepsCached('main.py', 'dependency install'),
  },
];
