import { at, insertFirst } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Forbid new privileges in production. */
export const noNewPrivileges: ComposeRule = {
  name: 'compose-no-new-privileges',
  severity: 'info',
  title: 'Forbid new privileges in production',
  why: 'A program with the setuid bit can make a process root again, even when the container runs as an ordinary user. `no-new-privileges` closes that way.',
  refs: [],
  sources: [
    'https://docs.docker.com/reference/compose-file/services/#security_opt',
    'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
  ],
  set: 'all',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production' || !service.complete || service.privileged?.value) continue;
      if (
        service.securityOpt.some(
          ({ value }) => value === undefined || /^no-new-privileges([:=]true)?$/.test(value),
        )
      )
        continue;
      yield at(
        service.key,
        `services.${service.name}`,
        `A process of \`${service.name}\` can still gain privileges through setuid programs. ` +
          'Add `security_opt: [no-new-privileges:true]`.',
        service.securityOpt.length === 0
          ? insertFirst(service.node, 'Forbid new privileges', [
              'security_opt:',
              '  - no-new-privileges:true',
            ])
          : undefined,
      );
    }
  },
};
