import {
  all,
  any,
  editKeepsCached,
  type Goal,
  hasNoProgram,
  imageSmallerThan,
  installs,
  listensOn,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000, not as root.',
    hint: 'What was installed in another stage must reach this one, and the last line must find it. Where does the interpreter of the last stage look for packages and programs?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000), runsAs('nonRoot')),
  },
  {
    id: 'no-compiler',
    sentence: 'The image has no compiler and is smaller than 250 MB.',
    hint: 'The stage that becomes the image is the last one. Does any line below its FROM, or its FROM itself, bring the compiler?',
    why: WHY.noDevDependencies,
    check: all(hasNoProgram('gcc', 'make'), imageSmallerThan(250)),
  },
  {
    id: 'library',
    sentence: "PostgreSQL's client library, libpq5, is in the image.",
    hint: 'What the builder installs with apt stays in the builder. The compiled package looks for its library in the image where it runs.',
    // The packages that bring it along count too.
    why: 'A program that was linked to a shared library does not load without it.',
    check: any(
      installs('apt', 'libpq5'),
      installs('apt', 'libpq-dev'),
      installs('apt', 'postgresql-client'),
      installs('apk', 'libpq'),
      installs('apk', 'postgresql-client'),
    ),
  },
  {
    id: 'code-edit-keeps-dependencies',
    sentence: 'Editing main.py does not compile anything again.',
    hint: 'In the stage that compiles: which file does the installation need, and which come along?',
    why: WHY.cachedDependencies,
    check: editKeepsCached('main.py', { command: /\bpip3? (?:\S+ )*(?:install|wheel)\b/ }),
  },
];
