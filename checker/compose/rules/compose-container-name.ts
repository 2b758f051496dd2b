import { at, removeEntry } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Let Compose name the containers. */
export const containerName: ComposeRule = {
  name: 'compose-container-name',
  severity: 'info',
  title: 'Let Compose name the containers',
  why: 'A name of your own exists once on a host: the service cannot be scaled, and two copies of the project cannot run side by side. Other services find it by its service name anyway.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#container_name'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      const { containerName, replicas } = service;
      if (!containerName) continue;
      const entry = service.node.entries.get('container_name');
      const scaled = (replicas?.value ?? 1) > 1;
      const finding = at(
        containerName.node,
        `services.${service.name}.container_name`,
        scaled
          ? `\`${service.name}\` is to run ${replicas?.value} times, but a container name can exist only once, so Compose refuses to start it. Remove \`container_name\`.`
          : `With \`container_name\` there can be only one container of \`${service.name}\` on a host. Remove it; other services reach it as \`${service.name}\`.`,
        entry && removeEntry(entry.key, entry.value, 'Remove the container name'),
      );
      yield scaled ? { ...finding, severity: 'error' } : finding;
    }
  },
};
