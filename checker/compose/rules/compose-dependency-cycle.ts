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
      const cycle = findCycle(project, start, [], done);
      if (!cycle) continue;
      const first = project.services.get(cycle[0] as string);
      const edge = first?.dependsOn.find(({ service }) => service === cycle[1]);
      if (!edge) continue;
      yield at(
        edge.node,
        `services.${cycle[0]}.depends_on`,
        `These services wait for each other in a circle, so none can start: ${cycle.map((name) => `\`${name}\``).join(' → ')}. Remove one \`depends_on\`.`,
      );
    }
  },
};

function findCycle(
  project: ComposeProject,
  name: string,
  trail: readonly string[],
  done: Set<string>,
): readonly string[] | null {
  const seen = trail.indexOf(name);
  if (seen !== -1) return [...trail.slice(seen), name];
  if (done.has(name)) return null;
  for (const { service } of project.services.get(name)?.dependsOn ?? []) {
    const cycle = findCycle(project, service, [...trail, name], done);
    if (cycle) {
      for (const step of cycle) done.add(step);
      return cycle;
    }
  }
  done.add(name);
  return null;
}
