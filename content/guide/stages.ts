import type { Chapter } from './practice';

export const stages: Chapter = {
  id: 'stages',
  title: 'Stages: small images for production',
  practices: [
    {
      id: 'multi-stage',
      title: 'Build in one stage, run from another',
      why: 'Compilers, development dependencies and source are needed for minutes, and then carried along for years: hundreds of megabytes, and tools for whoever breaks in.',
      how: 'The last stage starts from a small image and takes only the result. Name the stages, and let development build an earlier one of the same file. A user that the last stage runs as must exist there: `node` does, in images of Node.js.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        text: `FROM node:24 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS production
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/server.js"]
`,
      },
      exercises: [],
      rules: [
        'build-tools-in-image',
        'copy-from-unknown-stage',
        'copy-from-itself',
        'whole-filesystem-copied',
        'missing-application',
        'compose-target-stage',
      ],
    },
    {
      id: 'stage-names',
      title: 'Give each stage one clear name',
      why: 'Of two stages with one name the build takes the nearest above, and the reader the other. `scratch` and `context` already mean something.',
      how: 'Lower case, and what the stage is for: `builder`, `test`, `production`.',
      exercises: [],
      rules: ['duplicate-stage-name', 'reserved-stage-name', 'stage-name-casing', 'from-as-casing'],
    },
    {
      id: 'production-dependencies',
      title: 'Install for production what production needs',
      why: 'Test frameworks and bundlers often outweigh the application, and their holes are reported for your image.',
      how: '`npm ci --omit=dev` (once called `--only=production`), `pip install` from a list of its own, `poetry install --only main`, `bundle config set without development`.',
      exercises: [],
      rules: ['dev-dependencies-in-image'],
    },
    {
      id: 'what-is-missing',
      title: 'Know what a small image lacks',
      why: 'Slim images have no `curl`, distroless ones no shell. A step, a command or a health check that calls a missing program ends with exit code 127, or the container does not start.',
      how: 'Use what is there: the language itself can ask an address. Or install the one program that is needed, and one rather than both of `curl` and `wget`.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `HEALTHCHECK --start-period=10s \\
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health', timeout=3)"]
USER 10001:10001
`,
      },
      exercises: ['health-in-slim'],
      rules: ['missing-command', 'wget-and-curl', 'wget-progress'],
    },
  ],
};
