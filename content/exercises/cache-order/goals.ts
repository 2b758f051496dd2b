import { all, editKeepsCached, editReruns, type Goal, listensOn, starts } from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Read the file from the top: when the last line runs, is everything that it starts in the image?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'Editing main.py does not install the dependencies again.',
    hint: 'Which files does the step before the installation copy, and which of them does the installation need?',
    why: WHY.cachedDependencies,
    check: editKeepsCached('main.py', 'dependency install'),
  },
  {
    id: 'requirements-edit-installs',
    sentence: 'Editing requirements.txt does install again.',
    hint: 'The installation must depend on the list in requirements.txt, not on a copy of the list in the Dockerfile.',
    why: WHY.cacheNoticesChanges,
    check: editReruns('requirements.txt', 'dependency install'),
  },
];
