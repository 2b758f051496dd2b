import type { Goal } from '@/checker/goals/goal.ts';

export const goals: readonly Goal[] = [];
