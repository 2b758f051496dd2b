import {
  all,
  editKeepsCached,
  type Goal,
  keepsDownloads,
  listensOn,
  noLayerHolds,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Follow the file from the top: is everything that the last line starts in the image by then?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'downloads-once',
    sentence: 'When requirements.txt changes, only what is new is downloaded.',
    hint: 'Three things must agree: a cache mount at the step that installs, its place and the place where pip keeps its downloads, and pip not being told to keep none.',
    why: WHY.cachedDependencies,
    check: keepsDownloads(),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'Editing main.py still installs nothing.',
    hint: 'The mount does not replace the order. Which files does the step before the installation copy?',
    why: WHY.cachedDependencies,
    check: editKeepsCached('main.py', 'dependency install'),
  },
  {
    id: 'not-in-the-image',
    sentence: 'The downloads are not in the image.',
    hint: 'What a step writes stays in its layer, unless the place is a mount while the step runs.',
    why: 'Downloads in a layer are pulled by every host, and read by none.',
    check: noLayerHolds(/\/(\.cache\/pip|pip-cache)\//),
  },
];
