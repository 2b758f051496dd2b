import {
  all,
  editKeepsCached,
  editReruns,
  fetchesPackageLists,
  type Goal,
  installs,
  listensOn,
  noLayerHolds,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts, answers on port 8000, and has libpq5.',
    hint: 'Moving steps must not lose one: the library, the Python packages and the code are all needed.',
    why: WHY.serves,
    check: all(starts(), listensOn(8000), installs('apt', 'libpq5')),
  },
  {
    id: 'fresh-list',
    sentence: 'libpq5 is installed by a list of packages that was fetched in the same step.',
    hint: 'The cache keeps a step for as long as its text stays the same. Think of the step that fetches the list: when does it ever run again?',
    why: 'A list from the cache names versions that the mirror may have removed, and the build fails on a day when nobody changed a thing.',
    check: fetchesPackageLists(),
  },
  {
    id: 'requirements-edit-keeps-system',
    sentence: 'Editing requirements.txt does not install libpq5 again.',
    hint: 'What changes more rarely belongs further up. Does the library need anything from requirements.txt?',
    why: WHY.cachedDependencies,
    check: all(
      editKeepsCached('requirements.txt', 'system packages'),
      editReruns('requirements.txt', 'dependency install'),
    ),
  },
  {
    id: 'list-left-out',
    sentence: 'The list itself is not in the image.',
    hint: 'It lies in /var/lib/apt/lists. To remove it in a later step does not help: the layer that has it stays. A mount is not part of a layer.',
    why: 'The list is of no use once the packages are there, and every host pulls it.',
    check: noLayerHolds(/^\/var\/lib\/apt\/lists\/./),
  },
];
