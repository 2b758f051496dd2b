import { opensDebugger, portsSetBy } from './debugging.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Publish the port that the app listens on. */
export const portUnserved: ComposeRule = {
  name: 'compose-port-unserved',
  severity: 'warning',
  title: 'Publish the port that the app listens on',
  why: 'The number behind the colon is the port inside the container. When the app listens on another one, the published port answers nobody.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#ports'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      // A public image is often told another port in a configuration file.
      const config = service.build ? image(service).contents?.config : undefined;
      if (!config || config.ports.length === 0 || service.command || service.entrypoint) continue;
      const exposed = new Set(config.ports.map(({ port }) => port));
      const listening = portsSetBy(service);
      for (const [index, { target, node }] of service.ports.entries()) {
        if (!target || target.from !== target.to || exposed.has(target.from)) continue;
        // An app that is told its port may listen anywhere; a debugger is not exposed by the image.
        if (listening === 'unknown' || listening.has(target.from) || opensDebugger(service, target)) continue;
        yield at(
          node,
          `services.${service.name}.ports[${index}]`,
          `The image of \`${service.name}\` exposes ${[...exposed].join(', ')}, not ${target.from}: most likely nothing answers there. ` +
            'Put the port of the app behind the colon, or add it to EXPOSE.',
        );
      }
    }
  },
};
