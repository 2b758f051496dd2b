import { opensDebugger } from './debugging.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Publish no debug port in production. */
export const productionDebugPort: ComposeRule = {
  name: 'compose-production-debug-port',
  severity: 'error',
  title: 'Publish no debug port in production',
  why: 'Whoever reaches a debug port runs any code in your process. A debugger belongs in the development file.',
  refs: [],
  sources: ['https://nodejs.org/en/learn/getting-started/debugging'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production') continue;
      for (const [index, port] of service.ports.entries()) {
        if (!port.target || !opensDebugger(service, port.target)) continue;
        yield at(
          port.node,
          `services.${service.name}.ports[${index}]`,
          `Port ${port.target.from} is where a debugger listens, and whoever reaches it can run code in \`${service.name}\`. ` +
            'Remove it from the production file.',
        );
      }
    }
  },
};
