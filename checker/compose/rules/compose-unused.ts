import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { usesOf } from './services.ts';

/** Remove declarations that no service uses. */
export const unused: ComposeRule = {
  name: 'compose-unused',
  severity: 'info',
  title: 'Remove declarations that no service uses',
  why: 'A network, volume, secret or config that nobody uses misleads whoever reads the file; often a service was meant to use it and its name is misspelled.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/'],
  set: 'default',
  *check({ project }) {
    if (!project.complete) return;
    const used = new Set<string>();
    for (const service of project.services.values()) {
      if (!service.complete) return;
      for (const { plural, name } of usesOf(service)) used.add(`${plural} ${name}`);
      if (service.mounts.some(({ type }) => type === 'unknown')) return;
    }
    for (const [plural, kind] of declarations) {
      for (const { name, key } of project[plural].values()) {
        // The default network is everybody's; declaring it sets its options.
        if (used.has(`${plural} ${name}`) || (plural === 'networks' && name === 'default')) continue;
        yield at(
          key,
          `${plural}.${name}`,
          `No service uses the ${kind} \`${name}\`. Remove it, or give it to a service.`,
        );
      }
    }
  },
};

const declarations = [
  ['networks', 'network'],
  ['volumes', 'volume'],
  ['secrets', 'secret'],
  ['configs', 'config'],
] as const;
