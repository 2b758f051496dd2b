import type { Chapter } from './practice';

export const security: Chapter = {
  id: 'security',
  title: 'Users, files and secrets',
  practices: [
    {
      id: 'not-root',
      title: 'Run as a user that is not root',
      why: 'Root in a container is root to the kernel that all containers share. Whoever breaks into the application may then change everything in the image, and is one fault of the kernel or one mount from the host.',
      how: 'Create the user in the stage that is shipped; `USER` with a name that is not there keeps the container from starting. A number works in Kubernetes too, where `runAsNonRoot` refuses a name.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --no-log-init app
USER 10001:10001
`,
      },
      exercises: ['run-as-a-user'],
      rules: [
        'root-user',
        'root-by-default',
        'root-in-build-stage',
        'user-missing',
        'unknown-user',
        'named-user',
        'useradd-high-uid',
        'compose-user-missing',
      ],
    },
    {
      id: 'file-ownership',
      title: 'Let the application read its code and write only its data',
      why: '`COPY` and `WORKDIR` make files for root, whatever `USER` says of later steps. That is right for code, which nobody should change. It is wrong for the one folder where uploads or a database go.',
      how: 'Make that folder for the user, and leave the rest as it is.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `WORKDIR /app
COPY app ./app
RUN install --directory --owner=10001 --group=10001 /data
USER 10001:10001
`,
      },
      exercises: [],
      rules: ['not-writable', 'chown-unknown-user'],
    },
    {
      id: 'build-secrets',
      title: 'Hand secrets to a build by a mount',
      why: '`ARG` and `ENV` stay in the image and its history, and a file that was copied stays in its layer, deleted or not. Whoever can pull the image has the secret.',
      how: 'A secret mount is there while its step runs, and is kept nowhere. A secret that ever was in an image is lost: replace it.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'node:24-slim',
        text: `# docker build --secret id=npmrc,src=$HOME/.npmrc .
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci --omit=dev
USER node
`,
      },
      exercises: [],
      rules: ['secrets', 'sensitive-name', 'credentials-in-layer'],
    },
    {
      id: 'runtime-secrets',
      title: 'Hand secrets to a service as files',
      why: 'Passwords in a Compose file are in version control for good. In the environment they show in `docker inspect`, in crash reports, and in every child process.',
      how: 'Grant the secret to the services that need it; it appears under `/run/secrets/`. Many images read `<NAME>_FILE`. Keep the file itself out of version control and of the build.',
      sample: {
        file: 'compose.prod.yaml',
        language: 'compose',
        text: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password

secrets:
  db_password:
    file: ./secrets/db_password.txt
`,
      },
      exercises: [],
      rules: ['compose-secret-in-file'],
    },
    {
      id: 'scan',
      title: 'Scan the image, and act on what has a fix',
      why: 'Holes become known after a build too. An image that nobody touched is worse after a month.',
      how: 'Scan when building and once a week. Rebuild on a newer base first: that settles most. Then look at what is left, high and critical first. A report without action is noise.',
      sample: {
        file: 'In a terminal',
        language: 'bash',
        text: `trivy image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 app:1.4.2
docker build --check .
`,
      },
      exercises: [],
      rules: [],
    },
  ],
};
