import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { isOneShot } from './services.ts';

/** Limit the memory and CPU of every service in production. */
export const resourceLimits: ComposeRule = {
  name: 'compose-resource-limits',
  severity: 'warning',
  title: 'Limit the memory and CPU of every service in production',
  why: 'A container without limits can take all the memory and CPU of its host, and take its neighbours down with it. With a limit, one faulty service stays its own problem.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/deploy/#resources'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production' || !service.complete || isOneShot(project, service)) continue;
      const { memory, cpus } = service.limits;
      const missing = [memory ? '' : 'memory', cpus ? '' : 'CPU'].filter((name) => name !== '');
      if (missing.length === 0) continue;
      yield at(
        service.key,
        `services.${service.name}`,
        `\`${service.name}\` has no limit for its ${missing.join(' and ')}: under load it can starve everything else on the host. ` +
          'Set `cpus` and `memory` under `deploy.resources.limits` (or `cpus` and `mem_limit`).',
      );
    }
  },
};
