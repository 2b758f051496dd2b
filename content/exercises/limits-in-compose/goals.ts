import { limits } from '@/checker/compose/goals.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'thumbnails-limited',
    sentence: 'The thumbnailer gets at most one CPU and 768 MB of memory.',
    hint: 'Both resources need a limit: one without the other leaves the neighbours exposed. Is it a limit or only a reservation, and does it have the unit that you mean?',
    why: WHY.limited,
    check: onCompose(limits('thumbnails', { cpus: 1, memory: '768m' })),
  },
  {
    id: 'web-limited',
    sentence: 'The web service gets at most half a CPU and 512 MB of memory.',
    hint: 'CPUs are counted in cores: a whole one is 1. Memory without a unit is in bytes, and 0 means no limit.',
    why: WHY.limited,
    check: onCompose(limits('web', { cpus: 0.5, memory: '512m' })),
  },
];
