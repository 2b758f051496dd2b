import { nearest } from '../nearest.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { usesOf } from './services.ts';

/** Declare every network, volume, secret, config and service that is used. */
export const undeclared: ComposeRule = {
  name: 'compose-undeclared',
  severity: 'error',
  title: 'Declare every network, volume, secret, config and service that is used',
  why: 'Compose refuses a file whose services use a name that is declared nowhere. Most often it is a slip of the pen.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/'],
  set: 'default',
  *check({ project }) {
    if (!project.complete) return;
    for (const service of project.services.values()) {
      for (const { kind, plural, name, node } of usesOf(service)) {
        const declared = project[plural];
        if (declared.has(name) || name === '' || (kind === 'network' && name === 'default')) continue;
        const close = nearest(name, declared.keys());
        yield at(
          node,
          `services.${service.name}`,
          `\`${service.name}\` uses the ${kind} \`${name}\`, which is not declared, so Compose refuses the file. ` +
            (close === undefined ? `Add it under \`${plural}:\`.` : `Did you mean \`${close}\`?`),
        );
      }
    }
  },
};
