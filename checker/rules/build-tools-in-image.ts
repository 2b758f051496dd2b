import { packageName } from '../image/facts/commands.ts';
import { builtOf, shippedStages } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

/** System packages that are there to compile. */
const BUILD_PACKAGES: ReadonlySet<string> = new Set(
  'build-essential build-base alpine-sdk gcc g++ clang make cmake cargo rustc rust golang golang-go go maven gradle python3-dev openjdk-17-jdk openjdk-21-jdk default-jdk'.split(
    ' ',
  ),
);

const INSTALLERS: ReadonlySet<string> = new Set(['apt', 'apt-get', 'apk']);

const programOf = (path: string | undefined): string => path?.slice(path.lastIndexOf('/') + 1) ?? '';

export const buildToolsInImagePage: RulePage = {
  title: 'Compile in another stage than the one that is shipped',
  why: 'A compiler is needed once, while the image is built. In the image it takes some hundred megabytes and is at hand for whoever breaks in.',
  sources: ['https://docs.docker.com/build/building/multi-stage/'],
};

export const buildToolsInImage: Rule = {
  name: 'build-tools-in-image',
  severity: 'info',
  refs: [],
  set: 'default',
  *check(context) {
    const build = builtOf(context);
    if (!build.image) return;
    const { installed } = build.image.end.packages;
    const shipped = shippedStages(build);
    // What apt-mark leaves for autoremove is decided by dependencies that nobody knows here.
    const swept = shipped.some(({ steps }) =>
      steps.some(({ ran }) => ran.some(({ argv }) => programOf(argv[0]) === 'apt-mark')),
    );
    if (swept) return;
    for (const { steps, name } of shipped) {
      if (/^(dev|development|test|builder|build|debug|ci)\b/.test(name ?? '')) continue;
      for (const { ran, instruction } of steps) {
        const names = ran
          .flatMap(({ argv }) => (INSTALLERS.has(programOf(argv[0])) ? argv : []))
          .flatMap((word) => (word === undefined ? [] : [packageName(word)]));
        const kept = names.filter(
          (entry) =>
            BUILD_PACKAGES.has(entry) && (installed.has(`apt:${entry}`) || installed.has(`apk:${entry}`)),
        );
        if (kept.length === 0 || (build.stages.length > 1 && build.image.base.kind === 'unknown')) continue;
        yield {
          range: instruction.range,
          message: `${kept.slice(0, 3).join(', ')} ${kept.length > 1 ? 'are' : 'is'} shipped with the image. Compile in a stage of its own and copy the result, or remove ${kept.length > 1 ? 'them' : 'it'} in the same RUN.`,
        };
      }
    }
  },
};
