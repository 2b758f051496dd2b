import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Give a service that others wait for a health check. */
export const healthyWithoutCheck: ComposeRule = {
  name: 'compose-healthy-without-check',
  severity: 'error',
  title: 'Give a service that others wait for a health check',
  why: '`condition: service_healthy` waits for the health check of the dependency. A container that has none never becomes healthy, and `docker compose up` fails.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#depends_on'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      for (const dependency of service.dependsOn) {
        const other = project.services.get(dependency.service);
        if (!other?.complete || dependency.condition !== 'service_healthy' || !dependency.required) continue;
        const disabled = other.healthcheck?.disabled ?? false;
        if (!disabled && (other.healthcheck?.test || image(other).hasHealthcheck !== 'no')) continue;
        yield at(
          dependency.node,
          `services.${service.name}.depends_on.${other.name}.condition`,
          `\`${service.name}\` waits until \`${other.name}\` is healthy, but \`${other.name}\` ` +
            `${disabled ? 'has its health check switched off' : 'has no health check'}, so \`docker compose up\` fails. ` +
            `Give \`${other.name}\` a \`healthcheck\`.`,
        );
      }
    }
  },
};
