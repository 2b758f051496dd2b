import { isDebuggable } from './debugging.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { isOneShot, isSourceMount } from './services.ts';

/** Let a development file bring edits into the container. */
export const developmentLoop: ComposeRule = {
  name: 'compose-development-loop',
  severity: 'info',
  title: 'Let a development file bring edits into the container',
  why: 'Without a mount of the source or `develop.watch` every edit needs a new build. That is what a file for development is for.',
  refs: [],
  sources: ['https://docs.docker.com/compose/how-tos/file-watch/'],
  set: 'default',
  *check({ project }) {
    if (project.role !== 'development') return;
    const built = [...project.services.values()].filter(
      (service) => service.build && service.profiles.length === 0,
    );
    if (built.some((service) => !service.complete || service.mounts.some(({ type }) => type === 'unknown')))
      return;
    for (const service of built) {
      const looped =
        service.watch.length > 0 || service.mounts.some((mount) => isSourceMount(service, mount));
      if (looped || isOneShot(project, service) || isDebuggable(service)) continue;
      yield at(
        service.key,
        `services.${service.name}`,
        `An edit does not reach \`${service.name}\` until its image is built again. ` +
          'Mount the source (`volumes: [./src:/app/src]`), or add `develop.watch` and run `docker compose up --watch`.',
      );
    }
  },
};
