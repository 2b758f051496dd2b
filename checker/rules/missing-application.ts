import { entryFile, startVerdict } from '../image/runtime/start.ts';
import { builtOf, processOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const missingApplicationPage: RulePage = {
  title: 'Bring into the final stage what it runs',
  why: 'The final stage starts empty of what other stages made. A program, script or module that CMD names and nothing copied or installed ends the container at once.',
};

export const missingApplication: Rule = {
  name: 'missing-application',
  severity: 'error',
  refs: [],
  set: 'default',
  *check(context) {
    const build = builtOf(context);
    const { image } = build;
    if (!image || build.failure) return;
    const process = processOf(image);
    if (!process?.range) return;
    const { first } = process;
    if (
      first?.includes('/') &&
      !/^\/(?:usr\/)?bin\/(?:ba)?sh$/.test(first) &&
      image.end.hasCommand(first) === 'no'
    ) {
      yield {
        range: process.range,
        message: `The container does not start: nothing puts ${first} into this stage (\`exec: "${first}": no such file or directory\`).`,
      };
      return;
    }
    if (first === undefined || image.end.hasCommand(first) === 'no') return;
    const [program] = process.argv;
    if (program === undefined || image.end.hasCommand(program) === 'no') return;
    const verdict = startVerdict(image);
    if (verdict.is !== 'no' || /unable to find (?:user|group)/.test(verdict.because)) return;
    const file = entryFile(image.end, process);
    const missing = file?.candidates.every((path) => image.end.files.lookup(path).is === 'absent') === true;
    // A development image may get its code from a mount when it starts; what another stage was to hand on, it does not.
    const mountable = build.needed.length === 1;
    yield {
      range: process.range,
      ...(mountable && missing ? { severity: 'warning' as const } : {}),
      message: missing ? `${verdict.because} Nothing brings it into this stage.` : verdict.because,
    };
  },
};
