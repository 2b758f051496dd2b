import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'change-in-a-container',
    ask: 'You edit a file inside a running container. Then you remove the container and start another one from the same image. Where is your edit?',
    answers: {
      kept: {
        text: 'In the new container: both are of the same image.',
        why: 'The edit went into the place where the first container writes, and that was removed with it. An image never changes.',
      },
      image: {
        text: 'In the image, which the container updated.',
        why: 'Containers read from their image and never write to it. A new image comes from a new build.',
      },
      gone: {
        text: 'Gone.',
        why: 'Each container writes to a layer of its own, and that layer ends with it. What must stay belongs in a volume, or in the Dockerfile.',
      },
    },
    right: 'gone',
  },
  {
    id: 'what-still-differs',
    ask: 'The same image runs on your laptop and in production. What can still differ between the two?',
    answers: {
      nothing: {
        text: 'Nothing. That is the promise of containers.',
        why: 'The promise covers what is in the image. Each place has a kernel, variables, data and limits of its own.',
      },
      libraries: {
        text: 'The versions of the libraries that the program uses.',
        why: 'These are in the image, and so the same. A difference there means that it is not the same image.',
      },
      surroundings: {
        text: 'The kernel, environment variables, and the data that the program works on.',
        why: 'None of the three is in the image. When a fault shows in one place only, look at these.',
      },
    },
    right: 'surroundings',
  },
  {
    id: 'same-tag-later',
    ask: 'You build from `FROM python:3.12-slim` today, and again in half a year on a new machine. Is the base the same?',
    answers: {
      same: {
        text: 'Yes, the tag names one image.',
        why: 'A tag is a label that its owner moves. This one moves with each patch release of Python 3.12 and with updates of Debian.',
      },
      patched: {
        text: 'It is Python 3.12 again, perhaps a newer patch release of it on newer Debian packages.',
        why: 'That is what this tag promises. Only a digest, `python:3.12-slim@sha256:...`, names the same bytes for ever.',
      },
      newest: {
        text: 'No, it is the newest Python then.',
        why: 'That would be `python:latest`, or `python` without a tag. The version in the tag holds it to 3.12.',
      },
    },
    right: 'patched',
  },
  {
    id: 'what-gets-in',
    ask: 'Which files of your laptop does the image hold after `docker build .`?',
    answers: {
      copied: {
        text: 'Those that the Dockerfile copies, and no others.',
        why: 'The build can only take from the folder that you name (the dot), less what `.dockerignore` keeps out, and it takes what `COPY` or `ADD` says.',
      },
      folder: {
        text: 'All files in the folder of the Dockerfile.',
        why: 'The folder is what the build may take from. What nobody copies stays where it is. It is `COPY . .` that takes everything.',
      },
      installed: {
        text: 'Those of the folder, and the programs that are installed on the laptop.',
        why: 'Nothing that is installed on your machine reaches an image. Programs come from the base image and from `RUN`.',
      },
    },
    right: 'copied',
  },
];
