import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'mounted-and-old',
    ask: '`./src` is mounted over `/app/src`. You change a line, the container sees the new file, and the page is the old one. Why?',
    answers: {
      cache: {
        text: 'The image must be built again.',
        why: 'The mount lies over what the image has: the file in the container is already the new one.',
      },
      process: {
        text: 'The process read its code when it started, and nothing starts it again.',
        why: 'A mount brings the file. Running it is the work of a watcher, or of `sync+restart`.',
      },
      readonly: {
        text: 'Bind mounts are read-only unless one says `rw`.',
        why: 'They can be written by default, and reading is all that is needed here.',
      },
    },
    right: 'process',
  },
  {
    id: 'debug-address',
    ask: 'Node runs with `--inspect` in a container, and `9229:9229` is published. The debugger cannot attach. What is missing?',
    answers: {
      expose: {
        text: '`EXPOSE 9229` in the Dockerfile.',
        why: '`EXPOSE` is a note for people and tools. A published port works without it.',
      },
      listen: {
        text: 'An address: without one, Node listens on the loopback of the container only.',
        why: '`--inspect=0.0.0.0:9229` makes it listen where the published port arrives.',
      },
      restart: {
        text: 'A restart policy.',
        why: 'That is about what happens after the process has ended.',
      },
    },
    right: 'listen',
  },
  {
    id: 'unhealthy',
    ask: 'A container under `restart: always` is unhealthy, and its process goes on running. What does Docker do?',
    answers: {
      restarts: {
        text: 'It restarts the container.',
        why: 'Swarm replaces such a container, and Kubernetes restarts one whose liveness probe fails. Docker by itself does neither: its policy asks whether the process has ended.',
      },
      stops: {
        text: 'It stops sending requests to it.',
        why: 'Docker sends no requests. A load balancer in front may do that, if it looks.',
      },
      tells: {
        text: 'It says so, and leaves it running.',
        why: 'The state shows in `docker ps` and as an event. Others have to act on it.',
      },
    },
    right: 'tells',
  },
  {
    id: 'depends-list',
    ask: 'What does `depends_on: [database]` wait for?',
    answers: {
      started: {
        text: 'Until the container of the database has been started.',
        why: 'That is `service_started`. For more, write the long form with a condition.',
      },
      port: {
        text: 'Until the database takes connections on its port.',
        why: 'Compose does not look at ports. A health check does, if you write one.',
      },
      healthy: {
        text: 'Until it is healthy, if it has a health check.',
        why: 'The short form does not look at health checks, even where there is one.',
      },
    },
    right: 'started',
  },
  {
    id: 'appended',
    ask: 'The base has `ports: ["3000:3000"]`, the file laid upon it `ports: ["80:3000"]`. What is published?',
    answers: {
      later: {
        text: 'Port 80, because the later file wins.',
        why: 'It wins for single values. Lists of ports are put together, and these two differ in the port of the host.',
      },
      both: {
        text: 'Ports 80 and 3000.',
        why: 'To have port 80 alone, write `ports: !override`, or keep the other out of the base.',
      },
      clash: {
        text: 'Nothing: Compose refuses two entries for one container port.',
        why: 'One port of the container may be published as often as you like.',
      },
    },
    right: 'both',
  },
  {
    id: 'which-files',
    ask: 'On the server you run `docker compose -f compose.yaml up`. Does `compose.override.yaml` take part?',
    answers: {
      yes: {
        text: 'Yes, Compose always reads it.',
        why: 'Only when no file is named at all.',
      },
      no: {
        text: 'No: with `-f`, Compose reads the named files and nothing else.',
        why: 'That is why an override is a good place for what only your machine needs.',
      },
      asks: {
        text: 'Compose asks.',
        why: 'It follows a rule: no `-f`, both files; any `-f`, those files.',
      },
    },
    right: 'no',
  },
];
