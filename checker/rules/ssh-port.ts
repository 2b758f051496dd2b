import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const sshPortPage: RulePage = {
  title: 'Run no SSH server in a container',
  why: 'An SSH server is a second program to run, patch and guard, with keys that end up in the image. `docker exec` and `kubectl exec` give the same shell without it.',
};

export const sshPort: Rule = {
  name: 'ssh-port',
  severity: 'warning',
  refs: ['trivy:DS-0004'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'expose') continue;
      for (const port of instruction.ports) {
        if (!/^22(\/(tcp|udp))?$/i.test(unquote(port.text))) continue;
        yield {
          range: rangeOf(instruction, port),
          message:
            'Port 22 is for SSH, one more way in and one more server to look after. Use docker exec for a shell and drop the port.',
        };
      }
    }
  },
};
