import { noNewPrivileges, publishesOnly, readOnlyRoot } from '@/checker/compose/goals.ts';
import { canWriteTo, hasOnlyCapabilities, runsAsNonRoot } from '@/checker/compose/hardening-goals.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'still-reachable',
    sentence: 'The service still publishes port 8080, and no other.',
    hint: 'Hardening takes nothing away that the service is there for. Compare with the file that you started from.',
    why: 'Hardening that takes away what the service is there for is taken back, all of it.',
    check: onCompose(publishesOnly('api', [8080])),
  },
  {
    id: 'not-root',
    sentence: 'The service runs as a user who is not root.',
    hint: 'Which key of a service says as whom it runs? Whoever writes a number should write one that is not 0.',
    why: WHY.notRoot,
    check: onCompose(runsAsNonRoot('api')),
  },
  {
    id: 'read-only-root',
    sentence: 'Its root file system is read-only.',
    hint: 'One key of the service, with a value that is true or false.',
    why: WHY.lessWritable,
    check: onCompose(readOnlyRoot('api')),
  },
  {
    id: 'tmp-writable',
    sentence: 'It can still write to /tmp.',
    hint: 'Under a read-only root only what is mounted can be written. What should it be that vanishes with the container, and that every user may write to?',
    why: 'Many programs and libraries expect to write temporary files, and fail in odd places when they cannot.',
    check: onCompose(canWriteTo('api', '/tmp')),
  },
  {
    id: 'no-capabilities',
    sentence: 'It has no capabilities.',
    hint: 'Docker leaves 14 capabilities to a container when nobody says otherwise. One word stands for all of them.',
    why: WHY.lessPrivileges,
    check: onCompose(hasOnlyCapabilities('api', [])),
  },
  {
    id: 'no-new-privileges',
    sentence: 'None of its processes can gain privileges.',
    hint: 'A program with the setuid bit runs as its owner. An option under security_opt keeps that from happening.',
    why: WHY.lessPrivileges,
    check: onCompose(noNewPrivileges('api')),
  },
];
