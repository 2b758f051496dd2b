import {
  answered,
  baseImage,
  distribution,
  type Fact,
  fileInImage,
  firstProgram,
  listeningPort,
  pathInImage,
  program,
  runningUser,
} from '@/checker/goals/answers.ts';
import type { Goal } from '@/checker/goals/index.ts';

export const goals: readonly Goal[] = [
  ask('base', 'which image it starts from', baseImage, 'The first instruction says it, tag included.'),
  ask(
    'distribution',
    'which Linux distribution its files are',
    distribution,
    'The Dockerfile does not say it by name. Think of what `slim` is a slim version of; the Layers view below the editor knows the base image too.',
  ),
  ask(
    'user',
    'which user the program runs as',
    runningUser,
    'Making a user is one thing, changing to it another. Which instruction changes the user, and which one is the last of its kind?',
  ),
  ask(
    'port',
    'on which port it listens',
    listeningPort,
    'Nothing in the image decides that but the program. Read the arguments that it is started with.',
  ),
  ask(
    'main-py',
    'where main.py is',
    pathInImage('main.py'),
    'COPY . . copies to a dot. Which directory is the dot, and which instruction sets it?',
  ),
  ask(
    'process-1',
    'which program is its first process',
    firstProgram,
    'Look at the last instruction. It is an array: its first word is the program, and no shell stands before it.',
  ),
  ask(
    'curl',
    'whether curl is in it',
    program('curl'),
    'Nothing in this file installs it, so the question is whether the base brings it. What is left out of a slim image?',
  ),
  ask(
    'env-file',
    'whether .env is in it',
    fileInImage('.env'),
    'COPY . . takes what it is shown of the folder. Another file says what it is not shown.',
  ),
];

function ask(id: string, what: string, fact: Fact, hint: string): Goal {
  return { id, sentence: `You know ${what}.`, hint, check: answered('answers.yaml', id, fact) };
}
