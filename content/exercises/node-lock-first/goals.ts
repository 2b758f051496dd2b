import {
  all,
  editKeepsCached,
  editReruns,
  type Goal,
  listensOn,
  runsStep,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000.',
    hint: 'Follow the file from the top: is the code there, and are its packages, when the last line starts it?',
    why: WHY.serves,
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'code-edit-keeps-packages',
    sentence: 'Editing src/server.js or README.md installs nothing.',
    hint: 'The installation repeats what the step before it repeats. Which of the files that this step copies does npm need?',
    why: WHY.cachedDependencies,
    check: all(
      editKeepsCached('src/server.js', 'dependency install'),
      editKeepsCached('README.md', 'dependency install'),
    ),
  },
  {
    id: 'lock-edit-installs',
    sentence: 'A change of package-lock.json installs again.',
    hint: 'npm works with two files: one says what is wanted, the other what was found for it. The installation must see both.',
    why: 'A cache that does not notice a new lock file ships the old packages.',
    check: editReruns('package-lock.json', 'dependency install'),
  },
  {
    id: 'exact',
    sentence: 'The installation takes exactly what package-lock.json says.',
    hint: 'npm has a second command for installing. It never changes the lock file, and stops when the two files disagree.',
    why: 'What was tested is what the lock file names. An installation that may choose again can choose otherwise.',
    check: runsStep({
      command:
        /^(npm\s+(ci|clean-install|install-clean|ic)\b|pnpm\s.*--frozen-lockfile|yarn\s.*--(frozen-lockfile|immutable))/,
    }),
  },
];
