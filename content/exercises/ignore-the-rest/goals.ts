import {
  all,
  editKeepsCached,
  finds,
  type Goal,
  listensOn,
  noSecretIn,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

const compiling = { command: /compileall/ };

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The service starts, and its page is in the image.',
    hint: 'What the app needs must get through: its list of packages, its code and its templates. A pattern of yours keeps one of them out.',
    why: WHY.serves,
    check: all(starts(), listensOn(8000), finds('templates/page.html')),
  },
  {
    id: 'readme-edit',
    sentence: 'Editing README.md repeats nothing.',
    hint: 'COPY . . compares the content of everything that it is shown. Is README.md among it?',
    why: WHY.cachedDependencies,
    check: editKeepsCached('README.md', compiling),
  },
  {
    id: 'test-edit',
    sentence: 'Editing a test repeats nothing.',
    hint: 'The tests lie in a folder. A pattern may name the folder, and counts for what is in it. A bare file name counts at the top only.',
    why: WHY.cachedDependencies,
    check: editKeepsCached('tests/test_main.py', compiling),
  },
  {
    id: 'dockerfile-comment',
    sentence: 'A new comment in the Dockerfile repeats nothing.',
    hint: 'The Dockerfile lies in the folder too, and COPY . . copies it like any other file. The builder reads it before the patterns count.',
    why: 'A build that repeats work for a comment teaches people not to comment.',
    check: editKeepsCached('Dockerfile', compiling),
  },
  {
    id: 'no-passwords',
    sentence: '.env is not in the image.',
    hint: 'COPY . . also takes files whose names begin with a dot.',
    why: WHY.noSecretsInImage,
    check: noSecretIn({ path: '.env' }),
  },
];
