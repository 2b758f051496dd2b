import { all, type Goal, lentSecret, noSecretIn, runsAs, seesFile, starts } from '@/checker/goals/index.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';

const TOKEN = 'npm_0not0a0real0token0';

/** The pipeline passes the token in both ways. */
export const setup: ExerciseSetup = { buildArgs: { NPM_TOKEN: TOKEN }, secrets: { npm_token: TOKEN } };

export const goals: readonly Goal[] = [
  {
    id: 'starts',
    sentence: 'The container starts, and not as root.',
    hint: 'Is everything that the last line starts in the image: the code, and what package.json asks for?',
    why: WHY.serves,
    check: all(starts(), runsAs('nonRoot')),
  },
  {
    id: 'npm-has-the-token',
    sentence: 'npm finds its .npmrc, and the token of the secret npm_token in NPM_TOKEN.',
    hint: 'Which step needs the token? Look at the mounts of that step, at the id that the pipeline uses, and at how the token gets into the variable.',
    why: 'Without the token the private package cannot be installed, and the build ends there.',
    check: all(
      lentSecret('dependency install', { id: 'npm_token', variable: 'NPM_TOKEN' }),
      seesFile('dependency install', '.npmrc'),
    ),
  },
  {
    id: 'no-token-in-the-image',
    sentence: 'The token is in no layer, no environment and no history of the image.',
    hint: 'Which instruction asks for the build argument? Its value is kept with the image.',
    why: WHY.noSecretsInImage,
    check: noSecretIn({ value: TOKEN }),
  },
];
