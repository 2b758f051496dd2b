import { waitsForHealthy } from '@/checker/compose/goals.ts';
import { healthcheckAsks, waitsForCompletion } from '@/checker/compose/goals-of-environments.ts';
import type { Goal } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

export const goals: readonly Goal[] = [
  {
    id: 'database-asked',
    sentence: 'The database counts as healthy only when it answers.',
    hint: 'A check that looks at nothing is healthy from the first second. The image of PostgreSQL brings a program that asks whether the server takes connections.',
    why: 'A database that has started may still be reading its files. Who asks it then gets an error.',
    check: onCompose(healthcheckAsks('database', /\b(pg_isready|psql)\b/)),
  },
  {
    id: 'migrations-wait',
    sentence: 'The migrations start only when the database is healthy.',
    hint: 'The list form of depends_on waits until the container has started, and no longer. Its other form takes a condition for each name.',
    why: 'A migration that meets no database fails, and with it the start of everything.',
    check: onCompose(waitsForHealthy('migrations', 'database')),
  },
  {
    id: 'api-waits',
    sentence: 'The api starts only after the migrations have ended well.',
    hint: 'There is a condition for a service that does its work and ends. Does this one end, or does Docker start it again?',
    why: 'An api on old tables fails in ways that look like bugs of its own.',
    check: onCompose(waitsForCompletion('api', 'migrations')),
  },
];
