import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { isOneShot } from './services.ts';

/** Give every production service a health check. */
export const healthcheckMissing: ComposeRule = {
  name: 'compose-healthcheck-missing',
  severity: 'warning',
  title: 'Give every production service a health check',
  why: 'Without a health check Docker knows only that the process runs, not that it answers. A hung service then stays in place, and services that wait for it wait for nothing.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#healthcheck'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production' || !service.complete || isOneShot(project, service)) continue;
      if (service.healthcheck?.test && !service.healthcheck.disabled) continue;
      if (!service.healthcheck?.disabled && image(service).hasHealthcheck !== 'no') continue;
      yield at(
        service.healthcheck?.node ?? service.key,
        `services.${service.name}`,
        `Nothing checks whether \`${service.name}\` works: Docker will call it running even when it no longer answers. ` +
          'Add `healthcheck:` with a `test`, or a HEALTHCHECK to its Dockerfile.',
      );
    }
  },
};
