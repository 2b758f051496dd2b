import type { Chapter } from './practice';

export const operation: Chapter = {
  id: 'operation',
  title: 'Development and production',
  practices: [
    {
      id: 'two-files',
      title: 'Keep development and production in two Compose files',
      why: 'What helps while writing harms in operation: a mounted source is not the code that was tested, a watcher restarts on every touched file, and a debug port lets whoever reaches it run code.',
      how: 'One Dockerfile, two files. Production runs the built image, with limits and health checks. The examples show whole pairs, with a table of what differs.',
      sample: {
        file: 'compose.prod.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    ports:
      - "127.0.0.1:8080:8080"
    healthcheck:
      test: ["CMD", "node", "healthcheck.js"]
    restart: unless-stopped
    read_only: true
    deploy:
      resources:
        limits:
          cpus: "0.50"
          memory: 256M
`,
      },
      exercises: [],
      rules: [
        'compose-production-source-mount',
        'compose-production-hot-reload',
        'compose-production-debug-port',
      ],
    },
    {
      id: 'development-loop',
      title: 'Let edits reach the container by themselves',
      why: 'If every edit needs a build, people stop using the container, and develop on something else than what they ship.',
      how: 'Mount the source, or let `docker compose watch` copy it in and rebuild when the dependencies change. Debug ports are for this machine only.',
      sample: {
        file: 'compose.dev.yaml',
        language: 'compose',
        text: `services:
  web:
    build:
      context: .
      target: development
    ports:
      - "127.0.0.1:8080:8080"
      - "127.0.0.1:9229:9229"
    develop:
      watch:
        - action: sync
          path: ./src
          target: /app/src
        - action: rebuild
          path: package-lock.json
`,
      },
      exercises: [],
      rules: ['compose-development-loop', 'compose-watch'],
    },
    {
      id: 'declarations',
      title: 'Declare what is used, and nothing else',
      why: 'Compose refuses a network, volume or secret that is not declared. What is declared and unused misleads the next reader. A fixed container name allows one copy on the machine.',
      how: 'Leave out `version`, which is obsolete, and `container_name`: services find each other by the name of the service.',
      exercises: [],
      rules: [
        'compose-image-missing',
        'compose-undeclared',
        'compose-unused',
        'compose-version',
        'compose-container-name',
      ],
    },
    {
      id: 'limits',
      title: 'Limit memory and CPU of everything in production',
      why: 'Without limits one container may take all memory of the host, and the kernel then ends processes of others. With a limit it is the container itself that is ended, with exit code 137. A container beyond its CPU limit is slowed down, not ended.',
      how: 'Measure under load, then add a reserve. Tell the runtime of the language too: Java takes a share of the limit, Go wants `GOMEMLIMIT`. With plain Docker: `docker run --memory 256m --cpus 0.5`.',
      sample: {
        file: 'compose.prod.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    healthcheck:
      test: ["CMD", "node", "healthcheck.js"]
    restart: unless-stopped
    deploy:
      resources:
        limits:
          cpus: "0.50"
          memory: 256M
          pids: 100
        reservations:
          memory: 128M
`,
      },
      exercises: ['limits-in-compose', 'limits-of-docker-run'],
      rules: ['compose-resource-limits'],
    },
    {
      id: 'networks',
      title: 'Publish only what must be reached from outside',
      why: 'Services of one network reach each other without published ports. A port that is published without an address is open to every network of the host, and Docker’s rules come before those of common firewalls.',
      how: 'Publish the web server, on `127.0.0.1` if a proxy on the host stands before it. Put databases into a network of their own, `internal` if they need not reach out.',
      sample: {
        file: 'compose.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    ports:
      - "127.0.0.1:8080:8080"
    networks: [edge, backend]
  cache:
    image: redis:8
    networks: [backend]

networks:
  edge:
  backend:
    internal: true
`,
      },
      exercises: [],
      rules: [
        'compose-database-published',
        'compose-port-clash',
        'compose-port-form',
        'compose-port-unserved',
        'compose-host-namespace',
      ],
    },
    {
      id: 'volumes',
      title: 'Keep data in named volumes',
      why: 'What a container writes into its own file system goes with the container, at the next deployment.',
      how: 'Name the volume, know which path the image writes to, and back it up: a volume is no backup. `docker compose down --volumes` deletes it.',
      sample: {
        file: 'compose.yaml',
        language: 'compose',
        text: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets: [db_password]
    volumes:
      - db-data:/var/lib/postgresql/data

volumes:
  db-data:

secrets:
  db_password:
    file: ./secrets/db_password.txt
`,
      },
      exercises: [],
      rules: [],
    },
    {
      id: 'logging',
      title: 'Log to standard output, and limit what is kept',
      why: 'Docker’s default log driver, `json-file`, keeps everything, until the disk is full. A log file inside the container is lost with it.',
      how: 'Write to standard output and standard error. Limit the files, as here or for the whole host in `daemon.json`, or use the driver `local`, which limits by itself.',
      sample: {
        file: 'compose.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    logging:
      driver: json-file
      options:
        max-size: 10m
        max-file: "3"
`,
      },
      exercises: [],
      rules: [],
    },
    {
      id: 'restart',
      title: 'Say what happens after a crash',
      why: 'By default nothing does: the container stays down, also after a restart of the host.',
      how: '`unless-stopped` for services; `on-failure:5` for what should give up; `"no"`, in quotes, for tasks that run once. A health check alone restarts nothing in plain Docker.',
      sample: {
        file: 'compose.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    restart: unless-stopped
`,
      },
      exercises: [],
      rules: ['compose-restart-missing'],
    },
    {
      id: 'hardening',
      title: 'Take away what the application does not need',
      why: 'A read-only root file system keeps an intruder from leaving programs behind. Without capabilities and new privileges, root in the container can do little to the kernel. The Docker socket, `privileged` and the host’s namespaces undo all of it.',
      how: 'Start closed, and open what a test shows to be needed. Temporary files go to a `tmpfs`.',
      sample: {
        file: 'compose.prod.yaml',
        language: 'compose',
        text: `services:
  web:
    image: registry.example.com/web:1.4.2
    user: "10001:10001"
    read_only: true
    tmpfs:
      - /tmp:size=16m
    cap_drop: [ALL]
    security_opt:
      - no-new-privileges:true
    healthcheck:
      test: ["CMD", "node", "healthcheck.js"]
    restart: unless-stopped
    deploy:
      resources:
        limits: { cpus: "0.50", memory: 256M }
`,
      },
      exercises: [],
      rules: [
        'compose-privileged',
        'compose-docker-socket',
        'compose-added-capabilities',
        'compose-no-new-privileges',
        'compose-writable-root',
      ],
    },
  ],
};
