import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Add no capability that amounts to root on the host. */
export const addedCapabilities: ComposeRule = {
  name: 'compose-added-capabilities',
  severity: 'warning',
  title: 'Add no capability that amounts to root on the host',
  why: 'Capabilities such as SYS_ADMIN or SYS_PTRACE let a process leave its container. Drop all of them and add back the few that an app needs, such as NET_BIND_SERVICE.',
  refs: [],
  sources: [
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    'https://docs.docker.com/reference/compose-file/services/#cap_add',
  ],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      for (const [index, { value, node }] of service.capAdd.entries()) {
        const name = value?.toUpperCase().replace(/^CAP_/, '');
        if (name === undefined || !dangerous.has(name)) continue;
        yield at(
          node,
          `services.${service.name}.cap_add[${index}]`,
          `\`${value}\` gives \`${service.name}\` power over the host. Add only the capability that the app needs.`,
        );
      }
    }
  },
};

/** With each of these a process can take over, read or stop the host. */
const dangerous = new Set([
  'ALL',
  'BPF',
  'DAC_READ_SEARCH',
  'NET_ADMIN',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
]);
