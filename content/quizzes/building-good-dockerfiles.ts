import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'cache-after-edit',
    ask: 'You move `COPY . .` below `RUN pip install` and nothing copies `requirements.txt` before it. What happens?',
    answers: {
      faster: {
        text: 'The build is faster, because the installation no longer depends on the code.',
        why: 'It no longer depends on anything in the folder, and so it cannot find the list of what to install.',
      },
      fails: {
        text: 'The build fails at `pip install`.',
        why: 'A step sees only what earlier steps put into the image. `requirements.txt` on your machine is not there yet.',
      },
      context: {
        text: 'It works: the build context is always visible to `RUN`.',
        why: 'The context is what `COPY`, `ADD` and bind mounts can take from. A plain `RUN` sees the image only.',
      },
    },
    right: 'fails',
  },
  {
    id: 'user-and-files',
    ask: 'The file says `USER appuser` and then `COPY . .`. Who owns the copied files?',
    answers: {
      appuser: {
        text: '`appuser`, as it is the user in force.',
        why: '`USER` decides who runs `RUN`, `CMD` and `ENTRYPOINT`. `COPY` takes no notice of it.',
      },
      mine: {
        text: 'The same user number as on my machine.',
        why: 'Owners are not taken over from the build context. Permission bits are.',
      },
      root: {
        text: 'root.',
        why: '`COPY` makes root the owner unless `--chown` says otherwise, whatever `USER` says.',
      },
    },
    right: 'root',
  },
  {
    id: 'unhealthy',
    ask: 'A container of plain `docker run` becomes unhealthy. What does Docker do?',
    answers: {
      restarts: {
        text: 'It restarts the container.',
        why: 'A restart policy looks at whether the process ended, not at its health. Swarm would replace the task; plain Docker does not.',
      },
      reports: {
        text: 'It shows `unhealthy` and leaves the container running.',
        why: 'The state is there for people and for tools that act on it, such as a Compose service that waits for `service_healthy`.',
      },
      removes: {
        text: 'It stops sending requests to it.',
        why: 'Docker publishes ports and does not look at health for it. Taking an instance out of service is the work of an orchestrator or a load balancer.',
      },
    },
    right: 'reports',
  },
];
