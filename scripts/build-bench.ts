import { buildOf } from '../checker/image/build.ts';
import { rebuilds } from '../checker/image/cache/rebuilds.ts';
import { readProject } from '../checker/read-project.ts';
import type { ContextEntry, Project } from '../checker/types.ts';

/** Prints what the build on paper costs: a multi-stage Dockerfile of 60 lines with a context of 500 files. */

const DOCKERFILE = `# syntax=docker/dockerfile:1
ARG NODE=22
FROM node:\${NODE}-slim AS base
WORKDIR /app
ENV NODE_ENV=production \\
    PATH=/app/bin:$PATH

FROM base AS dependencies
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \\
    npm ci --omit=dev

FROM base AS build
ENV NODE_ENV=development
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \\
    npm ci
COPY tsconfig.json ./
COPY src/ src/
RUN npm run build

FROM build AS test
COPY test/ test/
RUN npm test

FROM debian:12-slim AS tools
RUN apt-get update && \\
    apt-get install -y --no-install-recommends \\
      ca-certificates \\
      curl && \\
    rm -rf /var/lib/apt/lists/*
RUN mkdir -p /out && \\
    curl -fsSL https://example.com/tool -o /out/tool && \\
    chmod 0755 /out/tool

FROM base AS production
LABEL org.opencontainers.image.title="service" \\
      org.opencontainers.image.licenses="MIT"
RUN groupadd --system --gid 10001 service && \\
    useradd --system --uid 10001 --gid service service && \\
    mkdir -p /app/data && \\
    chown service:service /app/data
COPY --from=tools /out/tool /usr/local/bin/tool
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY public/ public/
USER service
EXPOSE 3000
VOLUME ["/app/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \\
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.js"]
`;

function context(): Map<string, ContextEntry> {
  const files = new Map<string, ContextEntry>([
    ['.dockerignore', { kind: 'file', content: 'node_modules\n*.md\n' }],
    ['package.json', { kind: 'file', content: '{"scripts":{"build":"tsc"}}' }],
    ['package-lock.json', { kind: 'file', content: '{"packages":{}}' }],
    ['tsconfig.json', { kind: 'file', content: '{}' }],
  ]);
  for (let at = 0; files.size < 499; at++) {
    const folder = ['src', 'test', 'public'][at % 3];
    const content = `export const x${at} = ${at};\n`;
    files.set(`${folder}/part${at % 17}/file${at}.ts`, { kind: 'file', content });
  }
  return files;
}

const CONTEXT = context();

/** The project after one more keystroke; the other files are as they were, as in an editor. */
function sample(round: number, where: 'first' | 'last'): Project {
  const comment = `# ${round}\n`;
  const early = DOCKERFILE.replace('ENV NODE_ENV=production', `ENV BUILD=${round} NODE_ENV=production`);
  const content = where === 'first' ? early : DOCKERFILE + comment;
  return {
    files: new Map(CONTEXT).set('Dockerfile', { kind: 'file', content }),
    contextKnown: true,
    dockerfile: 'Dockerfile',
  };
}

/** Median milliseconds, after warming up; every call gets a Dockerfile that was never seen. */
function median(where: 'first' | 'last', work: (project: Project) => void): string {
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const project = sample(round, where);
    const start = performance.now();
    work(project);
    if (round >= 100) times.push(performance.now() - start);
  }
  return (times.sort((a, b) => a - b)[times.length >> 1] as number).toFixed(2).padStart(6);
}

const built = (project: Project) => buildOf(readProject(project), project);
const predicted = (project: Project) => {
  built(project);
  rebuilds(project, { files: { 'src/part0/file0.ts': 'changed' } }, readProject(project));
};

const lines = DOCKERFILE.split('\n').length - 1;
console.log(`\nthe build on paper: ${lines} lines, 500 files; milliseconds, median of warm runs`);
console.log('                                     last line   first stage edited');
console.log(`  build                               ${median('last', built)}     ${median('first', built)}`);
console.log(
  `  build and prediction of a rebuild   ${median('last', predicted)}     ${median('first', predicted)}`,
);
