import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'words-of-docker-run',
    ask: 'An image has `ENTRYPOINT ["node"]` and `CMD ["server.js"]`. What does `docker run image report.js` start?',
    answers: {
      both: {
        text: '`node server.js report.js`',
        why: 'The words of `docker run` are not added to `CMD`. They take its place.',
      },
      replaced: {
        text: '`node report.js`',
        why: '`ENTRYPOINT` stays, and the words of `docker run` take the place of `CMD`.',
      },
      alone: {
        text: '`report.js`, which is no program',
        why: 'That would be so if the image had no `ENTRYPOINT`. To replace that as well there is `docker run --entrypoint`.',
      },
    },
    right: 'replaced',
  },
  {
    id: 'who-gets-sigterm',
    ask: 'Five processes run in a container. Which of them get the signal of `docker stop`?',
    answers: {
      all: {
        text: 'All five, so that all can end.',
        why: 'Only process 1 gets it. The others get it when somebody passes it on, and a shell does not.',
      },
      first: {
        text: 'Process 1.',
        why: 'And when process 1 ends, the kernel kills the other four, whatever they are doing.',
      },
      application: {
        text: 'The one that listens on the published port.',
        why: 'Docker does not know which of the processes is the service. It knows the one that it started.',
      },
    },
    right: 'first',
  },
  {
    id: 'ten-seconds',
    ask: 'A Python program without any signal handler is started by `CMD ["python", "worker.py"]`. How does `docker stop` end?',
    answers: {
      terminated: {
        text: 'At once, with exit code 143.',
        why: 'That is what happens to any other process. To process 1 the kernel delivers only signals for which it has a handler.',
      },
      killed: {
        text: 'After ten seconds, with exit code 137.',
        why: 'The exec form brings the signal to the right process, but that one has no handler, and so it is dropped. `SIGKILL` follows.',
      },
      clean: {
        text: 'At once, with exit code 0, because the exec form is used.',
        why: 'The exec form decides who gets the signal. What happens then is for the program to say.',
      },
    },
    right: 'killed',
  },
  {
    id: 'init-as-cure',
    ask: 'A service is started through a shell, loses requests at every stop, and somebody adds `--init`. What changes?',
    answers: {
      cured: {
        text: 'The init passes the signal on to the service.',
        why: 'It passes it on to its child, and that is the shell.',
      },
      faster: {
        text: 'The stop is quick now, and requests are lost as before.',
        why: 'The shell is no longer process 1 and ends by the signal. The init ends after it, and the service is killed.',
      },
      nothing: {
        text: 'Nothing, because the shell keeps the signal.',
        why: 'It kept it as process 1, where the kernel dropped it. As process 2 it ends.',
      },
    },
    right: 'faster',
  },
  {
    id: 'start-period',
    ask: 'A check has `--interval=10s --start-period=60s --retries=3`. The service answers after 15 seconds and breaks for good at second 30. When can it become unhealthy?',
    answers: {
      never: {
        text: 'After the start period: from second 60 on the three failures are counted.',
        why: 'The start period spares only a container that is still `starting`. The first success ends that.',
      },
      soon: {
        text: 'After three failures from second 30 on.',
        why: 'At the first success the container is `healthy`, and from then on every failure counts, within the start period too.',
      },
      once: {
        text: 'At the first failure, because it was healthy already.',
        why: 'Three failures in a row are needed, before and after it was healthy.',
      },
    },
    right: 'soon',
  },
];
