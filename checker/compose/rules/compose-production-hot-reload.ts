import { isDevelopmentVariable, watcherOf } from './debugging.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Start the app itself in production, not a watcher. */
export const productionHotReload: ComposeRule = {
  name: 'compose-production-hot-reload',
  severity: 'warning',
  title: 'Start the app itself in production, not a watcher',
  why: 'A watcher or a development server is slow, prints internals to visitors, and restarts the app whenever a file changes. Production starts the app itself.',
  refs: [],
  sources: ['https://docs.docker.com/compose/how-tos/production/'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production') continue;
      const watcher = watcherOf(service.command) ?? watcherOf(service.entrypoint);
      const node = service.command ?? service.entrypoint;
      if (watcher !== undefined && node) {
        yield at(
          node.node,
          `services.${service.name}.command`,
          `\`${watcher}\` is for development: it watches files and restarts the app. Start the app itself in production.`,
        );
      }
      for (const variable of service.environment) {
        if (!isDevelopmentVariable(variable)) continue;
        yield at(
          variable.node,
          `services.${service.name}.environment.${variable.name}`,
          `\`${variable.name}=${variable.value}\` runs \`${service.name}\` in development mode. Set it for production, or leave it out.`,
        );
      }
    }
  },
};
