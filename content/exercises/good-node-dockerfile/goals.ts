import {
  all,
  baseSmallerThan,
  editKeepsCached,
  editReruns,
  type Goal,
  healthy,
  installsNo,
  listensOn,
  receivesSignals,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000.',
    hint: 'Follow the file from the top: are the code and its packages in the image when the last line starts it, and where that line looks for them?',
    why: WHY.serves,
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'code-edit-keeps-packages',
    sentence: 'Editing src/server.js installs nothing; editing package-lock.json does.',
    hint: 'The first habit. npm reads two files, and the code is none of them.',
    why: WHY.cachedDependencies,
    check: all(
      editKeepsCached('src/server.js', 'dependency install'),
      editReruns('package-lock.json', 'dependency install'),
    ),
  },
  {
    id: 'no-dev-packages',
    sentence: 'Packages that are only for developing are left out.',
    hint: 'package.json keeps them in a list of their own. npm has an option that omits a kind of packages.',
    why: WHY.noDevDependencies,
    check: installsNo('npm', 'prettier'),
  },
  {
    id: 'not-root',
    sentence: 'The service does not run as root.',
    hint: 'The official Node images bring a user along that nobody uses by itself. Any other user who exists, or a number, is as good.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'slim-base',
    sentence: 'The base is smaller than 250 MB.',
    hint: 'The third habit: the same Node comes in several shapes, and the tag says which.',
    why: WHY.slimBase,
    check: baseSmallerThan(250),
  },
  {
    id: 'health-checked',
    sentence: 'Docker can tell whether /health answers.',
    hint: 'The fourth habit. Neither curl nor wget is in a slim Node image. Which program is there for certain, and can it ask for a page?',
    why: WHY.health,
    check: healthy({ port: 3000, path: '/health' }),
  },
  {
    id: 'stops-when-told',
    sentence: 'Node itself gets the signal to stop.',
    hint: 'A shell, or npm, in front of the service may keep the signal to itself.',
    why: WHY.stopsWhenTold,
    check: receivesSignals(),
  },
];
