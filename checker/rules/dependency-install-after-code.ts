import { stepsOf } from '../goals/cache.ts';
import type { BuiltStep } from '../image/types.ts';
import { builtOf } from './built.ts';
import { manifestsOf } from './manifest-files.ts';
import type { Rule, RulePage } from './rule.ts';

export const dependencyInstallAfterCodePage: RulePage = {
  title: 'Install dependencies before the code is copied',
  why: 'A step is taken from the cache as long as nothing before it changed. When all of the code is copied first, every edit installs every dependency again.',
  sources: ['https://docs.docker.com/build/cache/optimize/'],
};

export const dependencyInstallAfterCode: Rule = {
  name: 'dependency-install-after-code',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const build = builtOf(context);
    const installs = stepsOf(build, 'dependency install');
    for (const step of installs) {
      const steps = build.stages[step.stage]?.steps ?? [];
      const code = steps.slice(0, steps.indexOf(step)).findLast((before) => copiesEverything(before));
      // A second install, of the project itself, finds the dependencies already there.
      const again =
        code &&
        installs.some((other) => other.stage === step.stage && steps.indexOf(other) < steps.indexOf(code));
      if (!code || again || installsOwnPackage(step)) continue;
      yield {
        range: step.instruction.range,
        message: `Every edit of the code repeats this install, because line ${code.instruction.startLine} copies all of it first. Copy only ${manifestsOf(step)} before it, and the code after it.`,
      };
    }
  },
};

/** `COPY . .` and the like: the whole of the context. */
function copiesEverything({ instruction }: BuiltStep): boolean {
  if (instruction.name !== 'copy' && instruction.name !== 'add') return false;
  if (instruction.name === 'copy' && instruction.from) return false;
  return (
    instruction.excludes.length === 0 &&
    instruction.sources.some(({ text }) => /^(\.\/?|\/|\*|\.\/\*)$/.test(text.replace(/^["']|["']$/g, '')))
  );
}

/** `pip install .` needs the code itself. */
function installsOwnPackage({ ran }: BuiltStep): boolean {
  return ran.some(
    ({ argv }) =>
      argv.some((word, index) => index > 0 && word !== undefined && /^(\.|\.\/|\.\[.*\])$/.test(word)) ||
      argv.includes('-e') ||
      argv.includes('--editable'),
  );
}
