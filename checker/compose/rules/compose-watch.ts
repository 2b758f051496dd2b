import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Give `develop.watch` what its action needs. */
export const watch: ComposeRule = {
  name: 'compose-watch',
  severity: 'error',
  title: 'Give `develop.watch` what its action needs',
  why: 'A `rebuild` needs something to build, and `sync` a place in the container to copy to. Without it `docker compose watch` fails or does nothing.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/develop/'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (!service.complete) continue;
      for (const [index, rule] of service.watch.entries()) {
        const path = `services.${service.name}.develop.watch[${index}]`;
        if (rule.action === 'rebuild' && !service.build) {
          yield at(
            rule.node,
            path,
            `\`${service.name}\` has no \`build\`, so a change cannot rebuild it. Add \`build\`, or use another action.`,
          );
        }
        const syncs = rule.action?.startsWith('sync') ?? false;
        if (syncs && rule.node.kind === 'mapping' && !rule.node.entries.has('target')) {
          yield at(
            rule.node,
            path,
            `\`${rule.action}\` copies files into the container, but \`target\` does not say where to. Add it.`,
          );
        }
      }
    }
  },
};
