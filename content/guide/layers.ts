import type { Chapter } from './practice';

export const layers: Chapter = {
  id: 'layers',
  title: 'Layers and the build cache',
  practices: [
    {
      id: 'order',
      title: 'Put what changes least first',
      why: 'A step is carried out again when something before it changed. With the source copied first, every edit installs all dependencies anew.',
      how: 'Copy the files that name the dependencies, install, and only then copy the code.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER 10001:10001
`,
      },
      exercises: ['cache-order'],
      rules: ['dependency-install-after-code'],
    },
    {
      id: 'build-context',
      title: 'Keep out of the build what does not belong in it',
      why: '`COPY . .` takes the history, local dependencies, editor settings and `.env` along. They end up in the image, and each change to them makes the cache useless.',
      how: 'List them in `.dockerignore`, beside the Dockerfile. What is excluded cannot be copied by name either.',
      sample: {
        file: '.dockerignore',
        language: 'text',
        text: `.git
node_modules
dist
**/__pycache__
.env*
Dockerfile
compose*.yaml
`,
      },
      exercises: [],
      rules: ['copy-ignored-file', 'copy-missing-source', 'whole-context-copied'],
    },
    {
      id: 'clean-layers',
      title: 'Clean up in the step that made the mess',
      why: 'A layer is never changed afterwards. A file that a later step deletes is hidden, not gone: the image keeps its size, and anyone can read it. Changing an owner copies every file once more.',
      how: 'Download, use and delete in one `RUN`; set owners with `COPY --chown`; let `ADD` unpack a local archive.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'debian:13-slim',
        text: `RUN apt-get update \\
    && apt-get install -y --no-install-recommends build-essential \\
    && rm -rf /var/lib/apt/lists/*
`,
      },
      exercises: [],
      rules: ['deleted-in-later-layer', 'chown-copies-layer', 'archive-unpacked-by-hand', 'consecutive-run'],
    },
    {
      id: 'cache-mounts',
      title: 'Keep downloads between builds',
      why: 'When the list of dependencies changes by one line, its step installs everything anew. With a cache mount it downloads one package.',
      how: 'The mount is there while the step runs and never becomes part of the image. Each builder has its own; in CI it starts empty unless it is saved.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'node:24-slim',
        text: `WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
USER node
`,
      },
      exercises: [],
      rules: ['cache-mount-missing'],
    },
    {
      id: 'copying',
      title: 'Copy with COPY, to an absolute place',
      why: '`ADD` also unpacks archives and downloads, so a reader cannot tell what it does, and a download may be another file tomorrow. A relative place depends on what the base image happens to set.',
      how: 'Set `WORKDIR` to an absolute path of your own before the first copy. Use `ADD` for what only it can do, and give downloads a `--checksum`.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'node:24-slim',
        text: `WORKDIR /app
COPY package.json package-lock.json ./
COPY src ./src
USER node
`,
      },
      exercises: [],
      rules: [
        'add-instead-of-copy',
        'add-url-without-checksum',
        'copy-several-without-slash',
        'copy-without-workdir',
        'workdir-relative',
        'system-workdir',
        'cd-in-run',
      ],
    },
  ],
};
