import { all, basedOn, finds, type Goal, listensOn, receivesSignals, starts } from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'python-with-a-version',
    sentence: 'It starts from the official Python image, with a version.',
    hint: 'Every Dockerfile begins with the image that it builds on. Without a tag, or with the tag latest, it is another Python next year.',
    why: 'Without a version the same file builds something else next year, and nobody has changed it.',
    check: basedOn(/^(docker\.io\/)?(library\/)?python(:\d|.*@sha256:)/),
  },
  {
    id: 'serves',
    sentence: 'The container starts greet.py, which answers on port 8000.',
    hint: 'An image sees nothing of your folder until an instruction copies it, and starts nothing until an instruction says what. Is greet.py where that command looks for it?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'finds-its-greeting',
    sentence: 'greet.py finds greeting.txt where it looks for it.',
    hint: 'Look at how greet.py opens the file: by a relative path, so from the directory that it is started in. One instruction sets that directory, and the file must be copied there.',
    why: 'A relative path is looked up from the working directory. Where that is wrong, the program fails on a file that is in the image.',
    check: finds('greeting.txt'),
  },
  {
    id: 'stops-when-told',
    sentence: 'Python is process 1, and no shell stands before it.',
    hint: 'There are two ways to write a command: as plain text, which a shell reads, and as a JSON array in square brackets, which is started as it is.',
    why: WHY.stopsWhenTold,
    check: receivesSignals(),
  },
];
