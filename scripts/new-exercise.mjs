import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * npm run new:exercise <id> [lesson]: makes the folder of an exercise. Its tests then fail only where its
 * author has yet to write: the solution and its reason, the wrong attempt, and the place in the lesson.
 */

const [id = '', lesson = ''] = process.argv.slice(2);
const lessons = readdirSync('content/lessons').map((name) => name.replace(/\.mdx$/, ''));
const home = join('content/exercises', id);

if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
  stop('Give an id in kebab-case: npm run new:exercise slim-base [lesson]');
if (existsSync(home)) stop(`${home} is there already. Ids are for good: learners' progress is kept by them.`);
if (lesson && !lessons.includes(lesson))
  stop(`There is no lesson "${lesson}". There are: ${lessons.join(', ')}`);

write(
  'exercise.mdx',
  `---
title: ${id}
lesson: ${lesson || lessons[0]}
minutes: 5
level: repair
files:
  - Dockerfile
solutions:
  first:
    title: As in the lesson
    why: ""
---

Say in a few sentences what the app is, what is wrong, and what is asked.
`,
);
write(
  'goals.ts',
  `import { type Goal, runsAs } from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'not-root',
    sentence: 'The container does not run as root.',
    hint: 'Point to what is wrong and where to look; do not give the answer.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
];
`,
);
write(
  'starter/Dockerfile',
  'FROM python:3.12-slim\nWORKDIR /app\nCOPY main.py .\nCMD ["python", "main.py"]\n',
);
write('context/main.py', 'print("Hello")\n');
console.log(
  `${home} is there. Next: solutions/first/, wrong/not-root/, <Exercise id="${id}" /> in the lesson,`,
);
console.log('then npx vitest run content');

function write(path, text) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
