import {
  all,
  any,
  type Goal,
  type GoalCheck,
  installsAtLeast,
  listensOn,
  no,
  onImage,
  runsStep,
  starts,
  unknown,
  YES,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

/** What the report lists as fixed. */
const FIXABLE = ['CVE-2025-9230', 'CVE-2025-43859', 'CVE-2025-27516', 'CVE-2025-62727'];

/** Tags were rebuilt with the fixed OpenSSL from these patches on, and no later patch of 3.12 is older than that. */
const REBUILT: Readonly<Record<string, number>> = {
  '3.10': 19,
  '3.11': 14,
  '3.12': 12,
  '3.13': 9,
  '3.14': 0,
};

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'A fix must not break the service. Is everything that the last line starts still installed?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'server-fixed',
    sentence: 'h11 is pinned to a version in which CVE-2025-43859 is fixed.',
    hint: 'Find the finding in the report and compare InstalledVersion with FixedVersion. Where does this file say which version is installed?',
    why: 'Holes that are known and fixed are the first that attackers try, because everybody can read how.',
    check: installsAtLeast('pip', 'h11', '0.16.0'),
  },
  {
    id: 'framework-fixed',
    sentence: 'Starlette is pinned to a version in which CVE-2025-62727 is fixed.',
    hint: 'This finding does not show up in the pipeline. Look for what hides it, and then for the version that repairs it.',
    why: 'A finding that nobody sees is not repaired, and the hole stays open.',
    check: installsAtLeast('pip', 'starlette', '0.49.1'),
  },
  {
    id: 'base-rebuilt',
    sentence: 'The base image was built after OpenSSL was fixed.',
    hint: 'libssl3 stands in no file of yours. Which line brings it into the image, and is that tag still being rebuilt?',
    why: 'Most findings of a scan come with the base. A tag that is no longer rebuilt keeps its holes for ever.',
    check: any(
      builtAfterTheFix(),
      all(
        runsStep({ command: /^apt(-get)?\s+(\S+\s+)*update\b/ }),
        any(
          runsStep({ command: /^apt(-get)?\s+(\S+\s+)*((dist-|full-)?upgrade)\b/ }),
          runsStep({ command: /^apt(-get)?\s+(?=.*\bopenssl\b)(?=.*\blibssl3\b)(\S+\s+)*install\b/ }),
        ),
      ),
    ),
  },
  {
    id: 'nothing-fixable-ignored',
    sentence: 'The ignore file hides nothing that has a fix.',
    hint: 'Take each number of the ignore file and look in the report whether there is a FixedVersion for it.',
    why: 'An ignore file outlives the reason for an entry. What has a fix by now is hidden there for nothing.',
    check: ignoresNothingFixable(),
  },
];

function builtAfterTheFix(): GoalCheck {
  return onImage((image) => {
    const { base, from } = image;
    const reference = base.kind === 'image' ? base.reference : '';
    if (reference.includes('@'))
      return unknown('a digest names one build, and when that was is not known', from.range);
    const [, minor = '', patch] =
      /^(?:docker\.io\/)?(?:library\/)?python:(3\.\d+)(?:\.(\d+))?(?:-|$)/.exec(reference) ?? [];
    const rebuilt = REBUILT[minor];
    if (rebuilt === undefined)
      return /^(?:docker\.io\/)?(?:library\/)?python(?::(?:3|latest|slim)(?:-|$)|$)/.test(reference)
        ? YES
        : unknown('whether this base was built after the fix is not known', from.range);
    if (patch === undefined || Number(patch) >= rebuilt) return YES;
    return minor === '3.12' && Number(patch) <= 10
      ? no(`${reference} is no longer rebuilt, and was built before the fix.`, from.range)
      : unknown(`whether ${reference} was rebuilt after the fix is not known; take a later one`, from.range);
  });
}

function ignoresNothingFixable(): GoalCheck {
  const file = '.trivyignore';
  return ({ project }) => {
    const entry = project.files.get(file);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    for (const [at, line] of text.split('\n').entries()) {
      const [id = ''] = line.replace(/#.*/, '').trim().split(/\s+/);
      if (!FIXABLE.includes(id)) continue;
      const range = { startLine: at + 1, startColumn: 1, endLine: at + 1, endColumn: line.length + 1 };
      return { is: 'no', because: `${id} has a fix, and this line hides it.`, file, range };
    }
    return YES;
  };
}
