import { type Goal, runLimits } from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'limited',
    sentence: 'The report generator gets at most 0.75 CPU and 256 MB of memory.',
    hint: 'docker run reads its own options only as far as the name of the image. Check the unit of the memory: without one the number counts bytes.',
    why: WHY.limited,
    check: runLimits('run.sh', 'registry.example.com/reports', { cpus: 0.75, memory: '256m' }),
  },
];
