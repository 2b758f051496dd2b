import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'what-is-shipped',
    ask: 'The builder holds a private key that it needs to fetch packages. The last stage copies only `/app/dist` from it. Is the key in the image that you push?',
    answers: {
      hidden: {
        text: 'Yes: all stages are layers of the image, the earlier ones below the later ones.',
        why: 'Layers of a stage that the last one is not built `FROM` do not belong to the image at all. Deleting a file in a later layer is what would leave it there.',
      },
      gone: {
        text: 'No: of the builder only what was copied is in the image.',
        why: 'The image consists of the base and the layers of the last stage. The key still lies in the cache of the machine that built it, so a secret mount is the better way.',
      },
      depends: {
        text: 'Only if the file is built with `--target builder`.',
        why: 'That would make another image, with the key in it, and says nothing of this one. Without `--target` the last stage is the image.',
      },
    },
    right: 'gone',
  },
  {
    id: 'missing-user',
    ask: '`USER appuser` stands in the last stage, and no step there makes that account. What happens?',
    answers: {
      build: {
        text: '`docker build` stops at the line with `USER`.',
        why: '`USER` only writes the name down. If a `RUN` came after it, that step would have to look the name up, and would fail.',
      },
      root: {
        text: 'The container starts as root, because the name is not known.',
        why: 'Docker never falls back to root for a name that it cannot find. It refuses to start the container.',
      },
      run: {
        text: 'The image is built, and `docker run` fails.',
        why: 'The first to look up the name is the runtime: `unable to find user appuser: no matching entries in passwd file`.',
      },
    },
    right: 'run',
  },
  {
    id: 'unneeded-stage',
    ask: 'A stage in the middle runs the tests. No other stage takes anything from it. What does a plain `docker build .` do with it?',
    answers: {
      order: {
        text: 'It builds it, as all stages are built from top to bottom.',
        why: 'That was so before BuildKit. BuildKit goes from the target back to what it needs.',
      },
      skipped: {
        text: 'It leaves it out.',
        why: 'Nothing that the target needs comes from it. Ask for it with `--target`, or let the last stage take something from it.',
      },
      warning: {
        text: 'It refuses the file, because the stage is of no use.',
        why: 'A stage that the target does not need is quite usual: that is what `--target` is for.',
      },
    },
    right: 'skipped',
  },
  {
    id: 'no-such-file',
    ask: 'A Go service is copied into `scratch`. The container ends with `exec /rates: no such file or directory`, though `/rates` is in the image. What is missing?',
    answers: {
      bit: {
        text: 'The permission to execute it.',
        why: 'The message would be `permission denied`. A copied program keeps the permission bits that the compiler gave it.',
      },
      loader: {
        text: 'The loader of the C library to which the program was linked.',
        why: 'The kernel looks for the loader that the program names, finds none in an empty image, and reports that. `CGO_ENABLED=0` makes a program that names none.',
      },
      shell: {
        text: 'A shell to start it.',
        why: 'The exec form needs none. With the shell form the message would name `/bin/sh`.',
      },
    },
    right: 'loader',
  },
];
