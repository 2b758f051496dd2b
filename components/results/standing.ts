import { reachedIn } from './result-file';
import type { Cell } from './useClass';

/** How a cell of the grid reads. */
export type Standing =
  | { is: 'absent' }
  | { is: 'waiting' }
  /** The guide has no such exercise, or it could not be loaded. */
  | { is: 'unknown' }
  | { is: 'broken' }
  /** `claims` is set where the file says otherwise. */
  | { is: 'found'; reached: number; total: number; claims: number | null };

export function standingOf(cell: Cell | undefined): Standing {
  if (!cell) return { is: 'absent' };
  const { exercise, judgement, handedIn } = cell;
  if (exercise === null) return { is: 'unknown' };
  if (!exercise || !judgement) return { is: 'waiting' };
  if (judgement.is === 'broken') return { is: 'broken' };
  const found = reachedIn(judgement.results);
  const claimed = new Set(handedIn.reached);
  const same = found.length === claimed.size && found.every((id) => claimed.has(id));
  return {
    is: 'found',
    reached: found.length,
    total: exercise.goals.length,
    claims: same ? null : claimed.size,
  };
}

/** What a spreadsheet gets for a cell. */
export function standingText(standing: Standing): string | number {
  switch (standing.is) {
    case 'absent':
      return '';
    case 'waiting':
      return 'being checked';
    case 'unknown':
      return 'not in this guide';
    case 'broken':
      return 'the checker failed';
    case 'found':
      return standing.reached;
  }
}
