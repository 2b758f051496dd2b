import { limits } from '@/checker/compose/goals.ts';
import { limitsAtLeast, limitsTogether } from '@/checker/compose/hardening-goals.ts';
import { all, type Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'all-limited',
    sentence: 'Every service has a limit for its CPU and one for its memory.',
    hint: 'Go through the services one by one: which of the two numbers is missing, or stands under another key than a limit?',
    why: WHY.limited,
    check: onCompose(limits()),
  },
  {
    id: 'room-to-work',
    sentence: 'Each memory limit is at least a fifth above the measured peak.',
    hint: 'Take the peak from measurements.txt and add a fifth. A limit just at the peak kills the service in its busiest hour.',
    why: 'A limit at the peak ends the service in its busiest minute, the worst one to lose it.',
    check: all(
      onCompose(limits()),
      onCompose(limitsAtLeast('web', { memory: '372m' })),
      onCompose(limitsAtLeast('worker', { memory: '744m' })),
      onCompose(limitsAtLeast('database', { memory: '1080m' })),
    ),
  },
  {
    id: 'fits-the-host',
    sentence: 'All memory limits together are at most 3 GB.',
    hint: 'Add the limits up. If they exceed what the host can spare, it can run out while every service is within its own.',
    why: WHY.limited,
    check: onCompose(limitsTogether('3g')),
  },
  {
    id: 'worker-leaves-a-core',
    sentence: 'The worker gets at most one and a half CPUs.',
    hint: 'CPUs are counted in cores; a fraction of one is written with a point.',
    why: WHY.limited,
    check: onCompose(limits('worker', { cpus: 1.5 })),
  },
];
