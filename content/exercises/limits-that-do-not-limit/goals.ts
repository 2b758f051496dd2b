import { limits } from '@/checker/compose/goals.ts';
import { limitsSwap } from '@/checker/compose/hardening-goals.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'web-limited',
    sentence: 'The web service gets at most half a CPU and 512 MB of memory.',
    hint: 'A weight only counts while others want the same core. And in what unit does a bare number count memory?',
    why: WHY.limited,
    check: onCompose(limits('web', { cpus: 0.5, memory: '512m' })),
  },
  {
    id: 'thumbnails-limited',
    sentence: 'The thumbnailer gets at most one CPU and 768 MB of memory.',
    hint: 'Look at the key under which its numbers stand: does it promise something to the service, or to its neighbours?',
    why: WHY.limited,
    check: onCompose(limits('thumbnails', { cpus: 1, memory: '768m' })),
  },
  {
    id: 'search-limited',
    sentence: 'The search service gets at most one CPU and 1 GB of memory.',
    hint: 'The memory is right. What does the number mean that stands for its CPU?',
    why: WHY.limited,
    check: onCompose(limits('search', { cpus: 1, memory: '1g' })),
  },
  {
    id: 'search-without-swap',
    sentence: 'The search service gets no swap beside its memory.',
    hint: 'memswap_limit counts memory and swap together. Which value leaves no room for swap, and what does the one there mean?',
    why: 'A service that swaps does not fail. It becomes slow, and its host with it.',
    check: onCompose(limitsSwap('search')),
  },
];
