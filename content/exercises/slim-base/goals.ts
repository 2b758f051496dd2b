import { all, basedOn, baseSmallerThan, type Goal, listensOn, starts } from '@/checker/goals/index.ts';
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
    id: 'small-base',
    sentence: 'The base image is smaller than 200 MB.',
    hint: 'Look at the tag in FROM and at the table of the shapes in which the Python image comes.',
    why: WHY.slimBase,
    check: baseSmallerThan(200),
  },
  {
    id: 'python-312',
    sentence: 'The base is the official Python image, version 3.12.',
    hint: 'The tag has two parts: which Python, and which shape. Only one of them should change.',
    why: 'Another version of the language is another program, which nobody has tested.',
    check: basedOn(/^(docker\.io\/)?(library\/)?python:3\.12(\.\d+)?(-|@|$)/),
  },
];
