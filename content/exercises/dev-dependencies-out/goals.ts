import {
  all,
  any,
  basedOn,
  type Goal,
  hasNoProgram,
  imageSmallerThan,
  installsNo,
  listensOn,
  noLayerHolds,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';

const SERVER = `import { createServer } from 'node:http';
import { z } from 'zod';
const server = createServer();
server.listen(Number(process.env.PORT ?? 3000));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

/** What tsc makes of src/server.ts. */
export const setup: ExerciseSetup = {
  outcomes: ['npm run build', 'npx tsc', 'node_modules/.bin/tsc', './node_modules/.bin/tsc'].map(
    (command) => ({
      command,
      creates: [{ path: 'dist/server.js', content: SERVER }],
      needs: ['src/server.ts', 'tsconfig.json', 'node_modules/typescript'],
    }),
  ),
};

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000, not as root.',
    hint: 'The program imports a package when it starts. Follow the file from the last FROM on: which step brings that package into this stage?',
    why: WHY.serves,
    check: all(starts(), listensOn(3000), runsAs('nonRoot')),
  },
  {
    id: 'no-dev-dependencies',
    sentence: 'TypeScript and the other development dependencies are not in the image.',
    hint: 'Two things can carry them over: an installation that leaves nothing out, and a copy of a folder in which they lie.',
    why: WHY.noDevDependencies,
    check: all(installsNo('npm', 'typescript', '@types/node'), noLayerHolds('node_modules/typescript')),
  },
  {
    id: 'no-sources',
    sentence: 'The TypeScript sources are not in the image.',
    hint: 'Look at what each COPY of the last stage names. A folder comes with all that is in it.',
    why: 'What the service does not read when it runs has no use in the image, and tells whoever gets it more than needed.',
    check: noLayerHolds(/^\/(?!.*node_modules).*\.ts$/),
  },
  {
    id: 'slim',
    sentence: 'The image is smaller than 300 MB, compilers of its base counted.',
    hint: 'Most of the size is in a line that begins with FROM. Which one counts for the image?',
    why: WHY.slimBase,
    check: all(
      // Of distroless images no exact size is on record; they are smaller than Node's slim ones.
      any(imageSmallerThan(300), basedOn(/^gcr\.io\/distroless\/nodejs/)),
      hasNoProgram('gcc', 'make'),
    ),
  },
];
