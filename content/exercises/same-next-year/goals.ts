import { all, basedOn, type Goal, installsVersion, listensOn, starts } from '@/checker/goals/index.ts';
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
    id: 'tested-python',
    sentence: 'It runs the Python that the README says it was tested with.',
    hint: 'The tag in FROM has two parts: which Python, and which shape of the image. One of them is missing.',
    why: 'Another version of the language is another program, which nobody has tested.',
    check: basedOn(/^(docker\.io\/)?(library\/)?python:3\.12(\.\d+)?(-|@|$)/),
  },
  {
    id: 'tested-packages',
    sentence: 'It installs fastapi 0.121.0 and uvicorn 0.38.0, as requirements.txt lists them.',
    hint: 'Look at what the installation is told to install, and at what the list says more than that. pip can read the list itself, if the step can see it.',
    why: 'Versions that are chosen at build time differ between two builds of the same file.',
    check: all(installsVersion('pip', 'fastapi', '0.121.0'), installsVersion('pip', 'uvicorn', '0.38.0')),
  },
];
