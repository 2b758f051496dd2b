import type { Files } from '../exercise/data';
import { emptyProject, type OwnProject } from './project';

/** What the playground begins with: a small service whose Dockerfile works, and could be better. */
export const sample: OwnProject = {
  ...emptyProject,
  whole: true,
  files: {
    Dockerfile: `FROM node:24
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
EXPOSE 3000
CMD npm start
`,
    '.dockerignore': `node_modules
.git
`,
    'compose.yaml': `services:
  web:
    build: .
    ports:
      - "127.0.0.1:3000:3000"
    environment:
      GREETING: Hello
`,
    'package.json': `{
  "name": "greeter",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": { "start": "node server.js" },
  "engines": { "node": ">=24" }
}
`,
    'package-lock.json': `{
  "name": "greeter",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "requires": true,
  "packages": { "": { "name": "greeter", "version": "1.0.0" } }
}
`,
    'server.js': `import { createServer } from 'node:http';

const greeting = process.env.GREETING ?? 'Hello';
const server = createServer((request, response) => {
  response.end(request.url === '/health' ? 'well' : \`\${greeting} from a container\\n\`);
});
server.listen(3000, '0.0.0.0');

process.on('SIGTERM', () => server.close());
`,
  },
};

/**
 * Whether files are the sample with a Dockerfile that is another one altogether: pasted over it, not edited. What
 * its COPY would find is then not known.
 */
export function pastedOverSample(files: Files): boolean {
  const others = Object.keys({ ...sample.files, ...files }).filter((path) => path !== 'Dockerfile');
  if (others.some((path) => files[path] !== sample.files[path])) return false;
  const kept = new Set((files.Dockerfile ?? '').split('\n').map((line) => line.trim()));
  const lines = (sample.files.Dockerfile ?? '').trim().split('\n');
  return lines.filter((line) => kept.has(line)).length < lines.length / 2;
}
