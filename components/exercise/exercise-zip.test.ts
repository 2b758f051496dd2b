import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '@/checker/index.ts';
import { type ExerciseSetup, exerciseProject } from '@/content/exercise-setup';
import { exercise, exerciseIds } from '@/content/library';
import { commandsFor } from './commands-elsewhere';
import { exerciseZip } from './exercise-zip';
import { loadExercise } from './load';

describe.each(exerciseIds())('the zip of %s', async (id) => {
  const data = await loadExercise(id);
  const { context, starter, solutions } = exercise(id);
  const { setup } = (await import(`@/content/exercises/${id}/goals.ts`)) as { setup?: ExerciseSetup };
  const unpacked = (files: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(unzipSync(exerciseZip(data, files))).map(([path, bytes]) => [
        path.replace(`${id}/`, ''),
        strFromU8(bytes),
      ]),
    );

  test('holds every file as it is, and says how to build it', () => {
    const files = { ...context, ...starter };
    const { 'README.md': readme, ...rest } = unpacked(files);
    const { 'README.md': _, ...mine } = files;
    expect(rest).toEqual(mine);
    if (!('README.md' in files)) for (const command of data.commands) expect(readme).toContain(command);
    expect(data.commands.length).toBeGreaterThan(0);
  });

  test.each(solutions.map(({ name, files }) => [name, files] as const))(
    'builds with solution %s: every file that is copied is in it',
    (_, files) => {
      const found = unpacked({ ...context, ...starter, ...files });
      const report = check(exerciseProject(found, data.editable, setup));
      expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('what its own commands are said to make, they can make', () => {
    // A project may have several parts, each in a folder with a manifest of its own.
    const manifests = Object.entries(context)
      .filter(([path]) => /(^|\/)package\.json$/.test(path))
      .map(([, text]) => JSON.parse(text));
    const packages = Object.assign(
      {},
      ...manifests.flatMap((each) => [each.dependencies, each.devDependencies]),
    );
    const scripts = Object.assign({}, ...manifests.map((each) => each.scripts));
    const there = (path: string) =>
      Object.keys(context).some((each) => each === path || each.endsWith(`/${path}`));
    for (const { command, needs = [] } of setup?.outcomes ?? []) {
      for (const path of needs) {
        const installed = /^node_modules\/(.+)/.exec(path)?.[1];
        if (installed) expect(packages).toHaveProperty([installed]);
        else expect(there(path), path).toBe(true);
      }
      const script = /^(?:npm run|yarn|pnpm(?: run)?) ([\w:-]+)/.exec(command)?.[1];
      if (script) expect(scripts).toHaveProperty([script]);
    }
  });
});

test('the commands name the Compose files that Compose would not find, in the order in which they are merged', () => {
  const files = { 'compose.yaml': '', 'compose.prod.yaml': '' };
  expect(commandsFor('x', files, ['compose.yaml'])).toEqual(['docker compose up']);
  expect(commandsFor('x', files, ['compose.yaml', 'compose.prod.yaml'])).toEqual([
    'docker compose -f compose.yaml -f compose.prod.yaml up',
  ]);
  expect(commandsFor('x', files, Object.keys(files), { compose: ['compose.prod.yaml'] })).toEqual([
    'docker compose -f compose.prod.yaml up',
  ]);
});

test('the commands build as the checker does', () => {
  const setup = { target: 'final', buildArgs: { VERSION: '1.0' }, secrets: { npm_token: 'x' } };
  expect(commandsFor('x', { Dockerfile: '' }, ['Dockerfile'], setup)[0]).toBe(
    'docker build -t x --target final --build-arg VERSION=1.0 --secret id=npm_token,env=NPM_TOKEN .',
  );
});
