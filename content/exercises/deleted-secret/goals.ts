import { all, type Goal, listensOn, noSecretIn, starts } from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'Follow the file from the top: are the code and its packages still in the image when the last line runs?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'no-env-file',
    sentence: 'No layer of the image holds the .env file.',
    hint: 'Open the layers under Files. Which step brings the file in, and does deleting it in another step change that layer?',
    why: WHY.noSecretsInImage,
    check: all(noSecretIn({ path: '.env' }), noSecretIn({ value: 'not-a-real-password' })),
  },
  {
    id: 'no-key-in-the-configuration',
    sentence: 'The payment key is in no instruction and in no environment of the image.',
    hint: 'What an instruction sets, docker inspect and docker history show to everybody who has the image. When does the service need the key?',
    why: WHY.noSecretsInImage,
    check: noSecretIn({ value: 'not-a-real-key-7f3a' }),
  },
];
