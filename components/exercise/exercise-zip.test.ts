import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '@/checker/index.ts';
import { type ExerciseSetup, exerciseProject } from '@/content/exercise-setup';
import { exercise, exerciseIds } from '@/content/library';
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
    // A project may have several contexts, each in a folder of its own.
    const paths = Object.keys(context);
    const manifests = paths.filter((path) => /(^|\/)package\.json$/.test(path));
    const manifest = JSON.parse(context[manifests[0] ?? ''] ?? '{}');
    const packages = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const { command, needs = [] } of setup?.outcomes ?? []) {
      for (const path of needs) {
        const installed = /^node_modules\/(.+)/.exec(path)?.[1];
        if (installed) expect(packages).toHaveProperty([installed]);
        else
          expect(
            paths.some((each) => each === path || each.endsWith(`/${path}`)),
            path,
          ).toBe(true);
      }
      const script = /^(?:npm run|yarn|pnpm(?: run)?) ([\w:-]+)/.exec(command)?.[1];
      if (script) expect(manifest.scripts).toHaveProperty([script]);
    }
  });
});
