import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'deleted-file',
    ask: 'A Dockerfile says `COPY key.pem /tmp/`, then `RUN use /tmp/key.pem`, then `RUN rm /tmp/key.pem`. Who can read the key?',
    answers: {
      nobody: {
        text: 'Nobody: the file is not in the final file system.',
        why: 'A container does not see it. The image is more than what a container sees: the layer of `COPY` still holds it.',
      },
      builder: {
        text: 'Only who has access to the machine that built it, through the build cache.',
        why: 'They can, too. But the layer is also pushed with the image.',
      },
      puller: {
        text: 'Everybody who can pull the image.',
        why: '`docker save` and `tar` are enough to unpack the layer in which `COPY` put it.',
      },
    },
    right: 'puller',
  },
  {
    id: 'same-step',
    ask: 'Which of these leaves no key in a layer?',
    answers: {
      mount: {
        text: '`RUN --mount=type=secret,id=key use /run/secrets/key`',
        why: 'The file is lent to this step and is under no layer of the image.',
      },
      squash: {
        text: '`COPY key.pem /tmp/` and `RUN use /tmp/key.pem && rm /tmp/key.pem`',
        why: 'The `rm` is in the same step as the use, but not in the same step as the `COPY`.',
      },
      argument: {
        text: '`ARG KEY` and `RUN use "$KEY"`',
        why: 'No file, but the value stands in the history of the image.',
      },
    },
    right: 'mount',
  },
  {
    id: 'first-finding',
    ask: 'The service is a web server. Which finding comes first?',
    answers: {
      highest: {
        text: 'The one with the highest score: CRITICAL in a compression library, status `will_not_fix`.',
        why: 'There is nothing to install. Find out whether the function is called at all, and whether another base does without it.',
      },
      reachable: {
        text: 'HIGH in the web framework, fixed in the next version.',
        why: 'It can be reached from outside, and one line closes it.',
      },
      many: {
        text: 'The forty of severity LOW in the base image, because there are so many.',
        why: 'The number says little. A newer base image will take most of them along.',
      },
    },
    right: 'reachable',
  },
  {
    id: 'fix-in-the-base',
    ask: 'Trivy reports `libssl3`, fixed. Your Dockerfile does not mention it. What is the lasting repair?',
    answers: {
      ignore: {
        text: 'Add it to `.trivyignore`: it is not yours.',
        why: 'It is in your image, and your service runs on it. The base image is a dependency like any other.',
      },
      install: {
        text: '`RUN apt-get install libssl3=...` in the Dockerfile.',
        why: 'That closes this hole, and the line stays when the base has long moved on. For an emergency it is right.',
      },
      base: {
        text: 'Build on a newer tag of the base image.',
        why: 'The people who maintain it have installed the fix there, and the next ones will come the same way.',
      },
    },
    right: 'base',
  },
  {
    id: 'ignore-unfixed',
    ask: 'What does `--ignore-unfixed` do to a pipeline?',
    answers: {
      blind: {
        text: 'It hides the most dangerous holes, so one should not use it.',
        why: 'It hides them from the gate, not from the report. A gate can only ask for what somebody can do.',
      },
      actionable: {
        text: 'It lets the gate fail only for findings that an update closes.',
        why: 'So that red means: there is something to do. The others belong into a report that somebody reads.',
      },
      older: {
        text: 'It ignores packages that are not the newest.',
        why: 'Age does not matter to it, only whether the status of a finding is `fixed`.',
      },
    },
    right: 'actionable',
  },
  {
    id: 'socket-read-only',
    ask: 'A dashboard mounts `/var/run/docker.sock` with `:ro`. What can whoever takes it over do?',
    answers: {
      look: {
        text: 'Look at containers, but change none.',
        why: '`:ro` protects the file from being replaced. What is sent through the connection it does not see.',
      },
      everything: {
        text: 'Start a privileged container, and so do everything on the host.',
        why: 'Docker does what it is told through the socket, and does it as root.',
      },
      own: {
        text: 'Only what the user of the dashboard may do.',
        why: 'Who may open the socket speaks to the daemon, and the daemon runs as root, rootless mode apart.',
      },
    },
    right: 'everything',
  },
];
