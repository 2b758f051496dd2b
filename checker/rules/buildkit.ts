import { type BaseConfig, type Conversion, convert, type Ignored } from '../dockerfile/convert/convert.ts';
import type { BuildkitWarning } from '../dockerfile/convert/warnings.ts';
import { parseReference } from '../dockerfile/reference.ts';
import { ignoreFileFor, patternsFor } from '../image/context/dockerignore.ts';
import { pathMatcher } from '../image/context/patterns.ts';
import { baseImage } from '../image/facts/lookup.ts';
import type { Project } from '../types.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

/** What BuildKit would warn of and refuse, computed once for a project's Dockerfile. */
const conversions = new WeakMap<Project, Conversion>();

export function buildkitConversion({
  project,
  dockerfile,
}: Pick<RuleContext, 'project' | 'dockerfile'>): Conversion {
  let conversion = conversions.get(project);
  if (!conversion) {
    const ignored = ignoredIn(project);
    conversion = convert(dockerfile, {
      baseConfig,
      basePlatform,
      ...(project.buildArgs ? { buildArgs: project.buildArgs } : {}),
      ...(project.target ? { target: project.target } : {}),
      ...(ignored ? { ignored } : {}),
    });
    conversions.set(project, conversion);
  }
  return conversion;
}

/** BuildKit makes no claim about ignored files once the patterns have exceptions. */
function ignoredIn(project: Project): Ignored | undefined {
  if (ignoreFileFor(project.files, project.dockerfile) === null) return undefined;
  const patterns = patternsFor(project.files, project.dockerfile);
  if (patterns.length === 0 || patterns.some((pattern) => pattern.startsWith('!'))) return undefined;
  try {
    return ignoredBy(patterns);
  } catch {
    // A pattern that cannot be read stops the build elsewhere; nothing is known to be ignored.
    return undefined;
  }
}

/** What patterns without exceptions keep out. */
export function ignoredBy(patterns: readonly string[]): Ignored {
  return { has: pathMatcher(patterns), everything: patterns.some((pattern) => EVERYTHING.has(pattern)) };
}

/** The patterns that ignore whatever lies in the root of the context. */
const EVERYTHING: ReadonlySet<string> = new Set(['*', '**', '**/*']);

function baseConfig(reference: string): BaseConfig | null {
  const image = baseImage(reference);
  return image && { env: Object.fromEntries(image.env), workdir: image.workdir, shell: [] };
}

/**
 * Docker Hub keeps the official images of one architecture each in an organisation of its own.
 * https://github.com/docker-library/official-images#architectures-other-than-amd64
 */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  amd64: 'linux/amd64',
  arm32v5: 'linux/arm/v5',
  arm32v6: 'linux/arm/v6',
  arm32v7: 'linux/arm/v7',
  arm64v8: 'linux/arm64',
  i386: 'linux/386',
  mips64le: 'linux/mips64le',
  ppc64le: 'linux/ppc64le',
  riscv64: 'linux/riscv64',
  s390x: 'linux/s390x',
};

function basePlatform(reference: string): string | null {
  const { registry, path } = parseReference(reference);
  const [organisation = '', image] = path.split('/');
  if ((registry !== null && registry !== 'docker.io') || image === undefined) return null;
  return Object.hasOwn(ARCHITECTURES, organisation) ? (ARCHITECTURES[organisation] as string) : null;
}

/** Where Docker documents one of BuildKit's checks. */
export function buildCheckPage(check: string): string {
  return `https://docs.docker.com/reference/build-checks/${check}/`;
}

/** What a rule adds to BuildKit's verdict: words that say what to do, and a fix. */
export type Explain = (
  warning: BuildkitWarning,
  context: RuleContext,
) => Pick<Finding, 'message' | 'fix' | 'severity'>;

/** A rule whose verdict is one of BuildKit's checks. */
export function buildkitRule(
  check: string,
  rule: Omit<Rule, 'check' | 'refs'> & { refs?: readonly string[] },
  explain: Explain,
): Rule {
  const { refs = [], ...rest } = rule;
  return {
    ...rest,
    refs: [`buildkit:${check}`, ...refs],
    *check(context) {
      for (const warning of buildkitConversion(context).warnings) {
        if (warning.check === check) yield { range: warning.range, ...explain(warning, context) };
      }
    },
  };
}
