import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Make the root file system read-only in production. */
export const writableRoot: ComposeRule = {
  name: 'compose-writable-root',
  severity: 'info',
  title: 'Make the root file system read-only in production',
  why: 'An attacker cannot plant a file in a container whose root is read-only. What the app must write goes to a volume or to `tmpfs`.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#read_only'],
  set: 'all',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production' || !service.complete || service.readOnly?.value === true) continue;
      if (service.readOnly && service.readOnly.value === undefined) continue;
      yield at(
        service.readOnly?.node ?? service.key,
        `services.${service.name}`,
        `Whoever breaks into \`${service.name}\` can change its files. Set \`read_only: true\`, and list what it must write under \`tmpfs\` or \`volumes\`.`,
      );
    }
  },
};
