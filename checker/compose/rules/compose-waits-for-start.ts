import { at } from './finding.ts';
import { databasePortsOf } from './known-images.ts';
import type { ComposeRule } from './rule.ts';

/** Wait until a dependency is healthy, not just started. */
export const waitsForStart: ComposeRule = {
  name: 'compose-waits-for-start',
  severity: 'warning',
  title: 'Wait until a dependency is healthy, not just started',
  why: 'A database has started long before it accepts connections. With `condition: service_healthy` Compose waits for the health check of the dependency, so that the service does not fail on its first try.',
  refs: [],
  sources: [
    'https://docs.docker.com/reference/compose-file/services/#depends_on',
    'https://docs.docker.com/compose/how-tos/startup-order/',
  ],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      for (const dependency of service.dependsOn) {
        const other = project.services.get(dependency.service);
        if (!other || dependency.condition !== 'service_started' || !dependency.required) continue;
        const checked =
          (other.healthcheck?.test !== undefined && !other.healthcheck.disabled) ||
          (!other.healthcheck?.disabled && image(other).hasHealthcheck === 'yes');
        const isDatabase =
          other.image?.value !== undefined && databasePortsOf(other.image.value) !== undefined;
        if (!checked && !isDatabase) continue;
        yield at(
          dependency.node,
          `services.${service.name}.depends_on`,
          `\`${service.name}\` starts as soon as \`${other.name}\` has started, not when it is ready. ` +
            `Write \`condition: service_healthy\` for \`${other.name}\`` +
            (checked ? '.' : `, and give \`${other.name}\` a health check.`),
        );
      }
    }
  },
};
