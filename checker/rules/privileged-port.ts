import { lookupUser } from '../image/permissions.ts';
import { builtOf, listenerOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const privilegedPortPage: RulePage = {
  title: 'Listen on a port from 1024 up as another user than root',
  why: 'Docker lets every user of a container listen on low ports since version 20.10, but Kubernetes and other runtimes may not: there a server that is not root cannot take a port below 1024 and ends.',
  sources: [
    'https://docs.docker.com/engine/release-notes/20.10/',
    'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
  ],
};

export const privilegedPort: Rule = {
  name: 'privileged-port',
  severity: 'info',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image) return;
    const { user, userFrom } = image.end.config;
    if (!user || !userFrom) return;
    const { uid } = lookupUser(user, image.end.accounts);
    if (uid === undefined || uid === 0) return;
    const { port } = listenerOf(image);
    if (port === undefined || port >= 1024) return;
    yield {
      range: userFrom.instruction.range,
      message: `The server listens on port ${port} as the user ${user}. Docker allows that, other runtimes may not. A port such as ${port === 443 ? 8443 : 8080} works everywhere.`,
    };
  },
};
