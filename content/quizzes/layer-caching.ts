import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'new-release',
    ask: 'A new release of a package came out last night. `RUN pip install requests` was built last week. You build again. What is installed?',
    answers: {
      newest: {
        text: 'The new release: Docker asks the server whether there is one.',
        why: 'Nothing is asked. The key of the step is its text and what it stands on, and both are as they were.',
      },
      kept: {
        text: 'The release of last week, out of the cache.',
        why: 'The step is not carried out at all. Write the version into the command or into a list that is copied, and a new version becomes a new key.',
      },
      daily: {
        text: 'The new release, because the cache of a RUN ends after a day.',
        why: 'The cache has no clock. A step is kept until the builder needs the space.',
      },
    },
    right: 'kept',
  },
  {
    id: 'new-command',
    ask: 'You change `CMD`, the last line of the file. Which steps are carried out again?',
    answers: {
      all: {
        text: 'All of them: the file is another one.',
        why: 'Steps are compared one by one. Those above do not know what stands below.',
      },
      none: {
        text: 'None. Only the configuration of the image changes.',
        why: '`CMD`, `EXPOSE`, `LABEL` and `HEALTHCHECK` make no layer. Wherever they stand, they cost nothing.',
      },
      stage: {
        text: 'The whole last stage.',
        why: 'A step is repeated when something above it is. `CMD` has nothing below it, and makes no layer that anything could stand on.',
      },
    },
    right: 'none',
  },
  {
    id: 'equal-output',
    ask: 'A comment changes in `main.ts`. The build stage compiles again, and the result is byte for byte the same. Is `COPY --from=build /app/dist ./dist` repeated in the last stage?',
    answers: {
      repeated: {
        text: 'Yes, because the stage that it copies from was built again.',
        why: 'Within one stage that would be so. Between stages only the copied files count, with their permissions and owner.',
      },
      kept: {
        text: 'No. It is compared by what is copied.',
        why: 'That is a quiet advantage of several stages: a change that makes no difference stops at the border between them.',
      },
      depends: {
        text: 'Yes, unless the files kept their dates.',
        why: 'Dates are in no key. Compilers write new files with new dates all the time.',
      },
    },
    right: 'kept',
  },
  {
    id: 'mount-in-image',
    ask: 'A step has a cache mount at `/root/.cache/pip`, and pip has put 300 MB there. How much of it is in the image?',
    answers: {
      all: {
        text: '300 MB, unless a later step deletes it.',
        why: 'That holds for files that a step writes into its layer. A mount only lies over the directory while the step runs.',
      },
      none: {
        text: 'Nothing.',
        why: 'The mount is the builder’s. The layer holds what pip installed, and not what it downloaded for that.',
      },
      first: {
        text: '300 MB in the first build, nothing in later ones.',
        why: 'The first build differs in one thing only: the mount is empty when it starts.',
      },
    },
    right: 'none',
  },
  {
    id: 'below-the-copy',
    ask: '`COPY . .` stands above `RUN npm ci`. You say: “npm ci only reads the lock file, so Docker will reuse it when I edit server.js.” Is that so?',
    answers: {
      yes: {
        text: 'Yes. Docker sees which files a command reads.',
        why: 'It does not look into commands. A `RUN` stands on the whole file system that the steps above left.',
      },
      no: {
        text: 'No. The copy is repeated, and what stands on it as well.',
        why: 'Copy the two files that npm reads before, or show them to the step with bind mounts. Then the step stands on these alone.',
      },
      fast: {
        text: 'It is repeated, and npm notices that all is installed and does nothing.',
        why: 'The step starts from the layer below, in which nothing is installed yet. And `npm ci` removes `node_modules` before it begins.',
      },
    },
    right: 'no',
  },
];
