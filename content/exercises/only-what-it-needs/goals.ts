import { persists } from '@/checker/compose/goals.ts';
import { hasOnlyCapabilities, noDockerSocket, notPrivileged } from '@/checker/compose/hardening-goals.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

export const goals: readonly Goal[] = [
  {
    id: 'not-privileged',
    sentence: 'The sensor is not privileged.',
    hint: 'A privileged container has every capability and every device of its host. Look for the key that says so.',
    why: 'A privileged container has every device and every capability of its host: the walls are gone.',
    check: onCompose(notPrivileged('sensor')),
  },
  {
    id: 'no-docker-socket',
    sentence: 'It cannot reach the Docker socket.',
    hint: 'Whoever can talk to the socket can start a privileged container. Read-only does not change that. Which mount leads there?',
    why: 'Whoever can talk to the socket can start a container that has all of the host.',
    check: onCompose(noDockerSocket('sensor')),
  },
  {
    id: 'only-net-raw',
    sentence: 'Of all capabilities it has NET_RAW and no other.',
    hint: 'Docker leaves 14 capabilities to a container when nobody says otherwise. Which key takes away, and which one gives back?',
    why: 'Each capability is a part of what root may do. One that is not needed serves only whoever breaks in.',
    check: onCompose(hasOnlyCapabilities('sensor', ['NET_RAW'])),
  },
  {
    id: 'configuration-stays',
    sentence: 'Its configuration is still mounted at /etc/sensor.',
    hint: 'One of the two mounts is needed. Compare with the file that you started from.',
    why: 'Less access must not be less function, or it is taken back.',
    check: onCompose(persists('sensor', '/etc/sensor')),
  },
];
