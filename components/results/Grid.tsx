import Link from 'next/link';
import { DialogButton } from '../share/DialogButton';
import { HandedInView } from './HandedInView';
import { type Standing, standingOf } from './standing';
import type { Cell, Row } from './useClass';

/** The class: a row for each file, a column for each exercise. */
export function Grid({
  rows,
  columns,
}: {
  rows: readonly Row[];
  columns: readonly { id: string; title: string }[];
}) {
  return (
    <div className="table-scroll results-scroll" role="region" aria-label="The class" tabIndex={0}>
      <table className="results-grid">
        <thead>
          <tr>
            <th scope="col">Learner</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                <Link className="link" href={`/exercises/${id}/`} prefetch={false}>
                  {title}
                </Link>
                <span className="results-count">{solvedBy(rows, id)} solved</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, file, handedIn, cells }) => (
            <tr key={key}>
              <th scope="row">
                {handedIn.name}
                <span className="results-file">
                  {file}
                  {handedIn.savedAt && `, ${handedIn.savedAt.slice(0, 16).replace('T', ' ')}`}
                  {handedIn.assignment && `, ${handedIn.assignment}`}
                </span>
              </th>
              {columns.map(({ id, title }) => (
                <td key={id}>
                  <GridCell cell={cells.get(id)} title={`${handedIn.name}: ${title}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridCell({ cell, title }: { cell: Cell | undefined; title: string }) {
  const standing = standingOf(cell);
  if (!cell) return <span className="results-absent">not handed in</span>;
  return (
    <span className="results-cell" data-standing={toneOf(standing)}>
      <DialogButton label={words(standing)} spoken={title} title={title}>
        {() => <HandedInView cell={cell} />}
      </DialogButton>
      {standing.is === 'found' && standing.claims !== null && (
        <span className="results-claim">the file claims {standing.claims}</span>
      )}
    </span>
  );
}

function words(standing: Standing): string {
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
      return standing.reached === standing.total ? 'solved' : `${standing.reached} of ${standing.total}`;
  }
}

const toneOf = (standing: Standing) =>
  standing.is === 'found' ? (standing.reached === standing.total ? 'solved' : 'open') : standing.is;

function solvedBy(rows: readonly Row[], id: string): number {
  return rows.filter(({ cells }) => toneOf(standingOf(cells.get(id))) === 'solved').length;
}
