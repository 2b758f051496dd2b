import { composeRules } from '@/checker/compose/rules/registry';
import type { ComposeRuleCases } from '@/checker/compose/rules/rule';
import { rulePages as dockerfilePages } from '@/checker/rules/pages';
import { rules as dockerfileRules } from '@/checker/rules/registry';
import type { RuleCases } from '@/checker/rules/rule';
import type { Severity } from '@/checker/types';

/*
 * The rules as the reference shows them: their own metadata, with the first cases that stand beside them as
 * examples. Read at build time; never for the browser.
 */

/** One example of a rule: what the file holds, and what the example shows where that is not plain. */
export interface RuleExample {
  about: string | null;
  file: string;
  text: string;
}

export interface RulePage {
  name: string;
  kind: 'dockerfile' | 'compose';
  title: string;
  why: string;
  severity: Severity;
  /** `default`: on for everyone; `all`: only where every rule is asked for; `configured`: needs configuration. */
  set: 'default' | 'all' | 'configured';
  refs: readonly string[];
  sources: readonly string[];
}

/** Every rule, those on Dockerfiles first, each kind by name. */
export function rulePages(): RulePage[] {
  const dockerfile = dockerfileRules.map(({ name, severity, set, refs }) => {
    const page = dockerfilePages[name];
    if (!page) throw new Error(`The rule "${name}" has no page`);
    const { title, why, sources = [] } = page;
    return { name, title, why, severity, set, refs, sources, kind: 'dockerfile' as const };
  });
  const compose = composeRules.map(({ name, title, why, severity, set, refs, sources }) => ({
    ...{ name, title, why, severity, set, refs, sources },
    kind: 'compose' as const,
  }));
  const byName = (a: RulePage, b: RulePage) => (a.name < b.name ? -1 : 1);
  return [...dockerfile.sort(byName), ...compose.sort(byName)];
}

/** @throws when there is no such rule. */
export function rulePage(name: string): RulePage {
  const found = rulePages().find((rule) => rule.name === name);
  if (!found) throw new Error(`No rule "${name}" in a registry`);
  return found;
}

/** What the rule objects to, and what it leaves alone: the first case of each. */
export async function ruleExamples(rule: RulePage): Promise<{ bad: RuleExample; good: RuleExample }> {
  if (rule.kind === 'compose') {
    const { cases } = (await import(`@/checker/compose/rules/${rule.name}.cases.ts`)) as {
      cases: ComposeRuleCases;
    };
    const example = (
      { about, compose, role }: ComposeRuleCases['bad'][number] | undefined = { compose: '' },
    ) => ({
      about: about ?? null,
      file:
        role === 'production'
          ? 'compose.prod.yaml'
          : role === 'development'
            ? 'compose.dev.yaml'
            : 'compose.yaml',
      text: typeof compose === 'string' ? compose : compose.join('\n---\n'),
    });
    return { bad: example(cases.bad[0]), good: example(cases.good[0]) };
  }
  const { cases } = (await import(`@/checker/rules/${rule.name}.cases.ts`)) as { cases: RuleCases };
  const example = ({ about, dockerfile }: RuleCases['bad'][number] | undefined = { dockerfile: '' }) => ({
    about: about ?? null,
    file: 'Dockerfile',
    text: dockerfile,
  });
  return { bad: example(cases.bad[0]), good: example(cases.good[0]) };
}

/** A twin in another tool as people read it, with its page where the tool has one for each. */
export function twin(ref: string): { tool: string; name: string; href: string | null } {
  const [tool = '', name = ''] = ref.split(':');
  switch (tool) {
    case 'buildkit':
      return {
        tool: 'docker build --check',
        name,
        href: `https://docs.docker.com/reference/build-checks/${kebab(name)}/`,
      };
    case 'hadolint':
      return { tool: 'hadolint', name, href: `https://github.com/hadolint/hadolint/wiki/${name}` };
    case 'trivy':
      return {
        tool: 'Trivy',
        name,
        href: `https://avd.aquasec.com/misconfig/${name.toLowerCase().replace('ds-', 'ds')}`,
      };
    default:
      return { tool, name, href: null };
  }
}

/** `JSONArgsRecommended` as in the address of its page: `json-args-recommended`. */
function kebab(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
