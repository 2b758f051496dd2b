import type { ComposeProject } from '../model.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Let services wait for each other in one direction. */
export const dependencyCycle: ComposeRule = {
  name: 'compose-dependency-cycle',
  severity: 'error',
  title: 'Let services wait for each other in one direction',
  why: 'When two services wait for each other neither can start first, and Compose refuses the file.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#depends_on'],
  set: 'default',
  *check({ project }) {
    const done = new Set<string>();
    for (const start of project.services.keys()) {
      const cycle = findCycle(project, start, done);
      if (!cycle) continue;
      const first = project.services.get(cycle[0] as string);
      const edge = first?.dependsOn.find(({ service }) => service === cycle[1]);
      if (!edge) continue;
      yield at(
        edge.node,
        `services.${cycle[0]}.depends_on`,
        `These services wait for each other in a circle, so none can start: ${shortened(cycle).join(' → ')}. Remove one \`depends_on\`.`,
      );
    }
  },
};

function shortened(cycle: readonly string[]): readonly string[] {
  const names = cycle.map((name) => `\`${name}\``);
  return names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
}

/** Walks depth first without recursion, so that no length of chain is too much. */
function findCycle(project: ComposeProject, start: string, done: Set<string>): readonly string[] | null {
  const trail: { name: string; next: number }[] = [{ name: start, next: 0 }];
  const onTrail = new Set([start]);
  if (done.has(start)) return null;
  for (let step = trail.at(-1); step; step = trail.at(-1)) {
    const dependency = project.services.get(step.name)?.dependsOn[step.next++];
    if (!dependency) {
      trail.pop();
      onTrail.delete(step.name);
      done.add(step.name);
    } else if (onTrail.has(dependency.service)) {
      const names = trail.map(({ name }) => name);
      for (const name of names) done.add(name);
      return [...names.slice(names.indexOf(dependency.service)), dependency.service];
    } else if (!done.has(dependency.service)) {
      trail.push({ name: dependency.service, next: 0 });
      onTrail.add(dependency.service);
    }
  }
  return null;
}
