import { all, type Goal, listensOn, runsAs, starts, usesStage } from '@/checker/goals/index.ts';
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
    sentence: 'The container starts and answers on port 3000.',
    hint: 'Which name in the last stage does the runtime have to look up before it starts anything? Ask yourself which step of that stage, or of its base image, made it.',
    why: WHY.serves,
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'not-root',
    sentence: 'The service does not run as root.',
    hint: 'Leaving out the line that fails makes the container start, as root. Look for a user that the last stage really has.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'two-stages',
    sentence: 'The compiled program still comes from a stage of its own.',
    hint: 'The split into two stages was right. The repair is one line, or two.',
    why: 'The stage of its own keeps the compiler and the development packages out of the image.',
    check: usesStage(),
  },
];
