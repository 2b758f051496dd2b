import {
  all,
  any,
  editKeepsCached,
  editReruns,
  type Goal,
  type GoalCheck,
  keepsDownloads,
  no,
  onImage,
  starts,
  YES,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

const compiling = { command: /^go\s+(build|install)\b/ };
const fetching = { command: /^go\s+(mod\s+(download|vendor)|build|install|get)\b/ };

export const goals: readonly Goal[] = [
  {
    id: 'starts',
    sentence: 'The container starts the program at /usr/local/bin/freight.',
    hint: 'go build writes the program to where -o says. It needs go.mod, all of the code, and the modules.',
    why: WHY.serves,
    check: starts(),
  },
  {
    id: 'code-edit-downloads-nothing',
    sentence: 'Editing main.go or quote/quote.go downloads no module.',
    hint: 'Downloading is a step of its own: there is a go command that does nothing else. Which two files does it read, and which must not be there yet?',
    why: WHY.cachedDependencies,
    check: any(
      all(
        editKeepsCached('main.go', 'dependency install'),
        editKeepsCached('quote/quote.go', 'dependency install'),
        modulesAtHand(),
      ),
      keepsDownloads(fetching),
    ),
  },
  {
    id: 'code-edit-compiles',
    sentence: 'Editing quote/quote.go does compile again.',
    hint: 'The step that builds must stand on the copy of all the code, the packages in folders included.',
    why: WHY.cacheNoticesChanges,
    check: all(editReruns('quote/quote.go', compiling), editReruns('main.go', compiling)),
  },
  {
    id: 'sums-count',
    sentence: 'A change of go.sum downloads again.',
    hint: 'go.sum holds the checksums of the modules. The download must stand on it as well as on go.mod.',
    why: WHY.cacheNoticesChanges,
    check: any(editReruns('go.sum', 'dependency install'), editReruns('go.sum', compiling)),
  },
];

/** Modules that were downloaded into a mount are not there for a step without it. */
function modulesAtHand(): GoalCheck {
  return onImage((_image, build) => {
    for (const index of build.needed)
      for (const step of build.stages[index]?.steps ?? []) {
        const call = step.ran.find(({ argv }) => compiling.command.test(argv.join(' ')));
        if (!call) continue;
        if (call.before.files.lookup('/go/pkg/mod').is === 'present') continue;
        return no(
          'This step downloads the modules once more: they went into a mount that it does not have.',
          step.instruction.range,
        );
      }
    return YES;
  });
}
