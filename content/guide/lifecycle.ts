import type { Chapter } from './practice';

export const lifecycle: Chapter = {
  id: 'lifecycle',
  title: 'Starting, stopping, being healthy',
  practices: [
    {
      id: 'signals',
      title: 'Let the stop signal reach the application',
      why: 'A command in shell form runs under `/bin/sh`, which may keep SIGTERM to itself. The application never hears it, and after ten seconds (thirty on Kubernetes) it is killed in the middle of a request.',
      how: 'Write `CMD` and `ENTRYPOINT` as JSON arrays, once a stage. A script that starts the application ends in `exec`. Process 1 ignores signals that it has no handler for: handle SIGTERM, or use `docker run --init`.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `WORKDIR /app
USER 10001:10001
CMD ["python", "-m", "app.server"]
`,
      },
      exercises: [],
      rules: ['json-args', 'json-args-strict', 'signals-not-forwarded', 'multiple-instructions'],
    },
    {
      id: 'health',
      title: 'Say how to tell that it works',
      why: 'Without a check Docker knows only that the process exists. A server that hangs counts as running, and gets traffic.',
      how: 'Ask the application something cheap, from inside, with a program that the image has. Give it time to start. Kubernetes ignores `HEALTHCHECK`; use its probes there.',
      sample: {
        file: 'compose.prod.yaml',
        language: 'compose',
        text: `services:
  api:
    image: registry.example.com/api:1.4.2
    healthcheck:
      test: ["CMD", "python", "-m", "app.healthcheck"]
      interval: 15s
      timeout: 5s
      start_period: 15s
      retries: 3
`,
      },
      exercises: [],
      rules: [
        'healthcheck-missing',
        'server-without-health-check',
        'compose-healthcheck-missing',
        'compose-healthcheck-command',
        'compose-healthcheck-form',
      ],
    },
    {
      id: 'start-order',
      title: 'Wait for what is ready, not for what has started',
      why: 'A database accepts connections seconds after its container started. A plain `depends_on` does not wait for that.',
      how: 'Wait for `service_healthy`, and give the other service a check. In operation connections break too, so the application still has to try again by itself.',
      sample: {
        file: 'compose.yaml',
        language: 'compose',
        text: `services:
  api:
    image: registry.example.com/api:1.4.2
    depends_on:
      db:
        condition: service_healthy
  db:
    image: postgres:17
    healthcheck:
      test: ["CMD", "pg_isready", "--host=127.0.0.1", "--username=app"]
      interval: 5s
      start_period: 30s
`,
      },
      exercises: [],
      rules: ['compose-waits-for-start', 'compose-healthy-without-check', 'compose-dependency-cycle'],
    },
    {
      id: 'ports',
      title: 'Listen where others can reach it, and say where',
      why: 'In a container `127.0.0.1` is the container itself: a server that listens there is reached by nobody. `EXPOSE` opens nothing; it tells people and tools which port is served, if it is true.',
      how: 'Listen on `0.0.0.0`, on a port from 1024 up, which no runtime has to allow, and expose that port. No SSH: `docker exec` and `kubectl exec` need no server.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER 10001:10001
EXPOSE 8000
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]
`,
      },
      exercises: ['good-python-dockerfile'],
      rules: [
        'expose-format',
        'expose-protocol-casing',
        'port-mismatch',
        'port-out-of-range',
        'privileged-port',
        'loopback-only',
        'ssh-port',
      ],
    },
  ],
};
