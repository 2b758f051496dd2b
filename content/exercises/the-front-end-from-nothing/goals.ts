import {
  all,
  contains,
  editKeepsCached,
  type Goal,
  hasNoProgram,
  healthy,
  imageSmallerThan,
  listensOn,
  runsAs,
  starts,
  usesStage,
} from '@/checker/goals/index.ts';
import { servesFile } from '@/checker/goals/web-root.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';

/** What build.mjs makes of the pages. */
export const setup: ExerciseSetup = {
  outcomes: ['npm run build', 'node build.mjs'].map((command) => ({
    command,
    creates: [
      { path: 'dist/index.html', content: '<!doctype html><title>Quay</title>\n' },
      { path: 'dist/ships.js', size: 340 },
    ],
    needs: ['build.mjs', 'pages/index.md', 'ships.js', 'node_modules/marked'],
  })),
};

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts nginx, which serves the built page on port 8080.',
    hint: 'nginx listens where its configuration says, and serves the folder that it names. Are both at their places in the last stage?',
    why: WHY.serves,
    check: all(
      starts(),
      listensOn(8080),
      servesFile('index.html'),
      contains('/usr/share/nginx/html/ships.js'),
    ),
  },
  {
    id: 'built-inside',
    sentence: 'The page is built in a stage of its own.',
    hint: 'dist/ is not in the folder. Which stage makes it, and how does the last one get it from there?',
    why: 'Pages that were built on some machine are those of that machine, on that day.',
    check: usesStage(),
  },
  {
    id: 'page-edit-keeps-dependencies',
    sentence: 'An edit of pages/index.md installs nothing again.',
    hint: 'npm needs two files to install. What else does the step that installs stand on?',
    why: WHY.cachedDependencies,
    check: editKeepsCached('pages/index.md', 'dependency install'),
  },
  {
    id: 'small',
    sentence: 'The image is smaller than 80 MB, and has neither Node nor npm.',
    hint: 'Look at the last FROM: the same web server comes in several shapes.',
    why: WHY.slimBase,
    check: all(imageSmallerThan(80), hasNoProgram('node', 'npm')),
  },
  {
    id: 'not-root',
    sentence: 'The server does not run as root.',
    hint: 'The image has a user for this. Without a USER line nginx starts as root, whatever its workers become later.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'healthy',
    sentence: 'Docker can tell whether /healthz answers.',
    hint: 'On which port, and with which program of this image?',
    why: WHY.health,
    check: healthy({ port: 8080, path: '/healthz' }),
  },
];
