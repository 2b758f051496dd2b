import { textOf } from '../service.ts';
import { at, insertBefore } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Start a health check list with CMD or CMD-SHELL. */
export const healthcheckForm: ComposeRule = {
  name: 'compose-healthcheck-form',
  severity: 'error',
  title: 'Start a health check list with CMD or CMD-SHELL',
  why: 'The first entry of a `test` list says how the rest is run: `CMD` runs it directly, `CMD-SHELL` in a shell, `NONE` switches the check off. Compose refuses any other.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#healthcheck'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      const node = service.healthcheck?.test?.node;
      if (node?.kind !== 'sequence') continue;
      const first = textOf(node.items[0]);
      if (node.items.length > 0 && (first === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(first)))
        continue;
      yield at(
        node.items[0] ?? node,
        `services.${service.name}.healthcheck.test`,
        'Compose refuses this health check: the list must start with `CMD`, `CMD-SHELL` or `NONE`. ' +
          `Write \`test: [CMD, ${first ?? '...'}, ...]\`.`,
        node.items[0] && first !== undefined
          ? insertBefore(node.items[0], 'Put CMD in front', 'CMD')
          : undefined,
      );
    }
  },
};
