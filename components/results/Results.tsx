'use client';

import { type DragEvent, useState } from 'react';
import { chosenFiles, droppedFiles } from '../playground/from-machine';
import { download } from '../progress/download';
import { csv } from './csv';
import { Grid } from './Grid';
import { standingOf, standingText } from './standing';
import { type Class, type Row, useClass } from './useClass';
import '../share/share.css';
import './results.css';

/** Where an instructor drops the files of a class, and sees what is in them. */
export function Results({ exercises }: { exercises: readonly { id: string; title: string }[] }) {
  const group = useClass();
  const { rows, refused, waiting } = group;
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  // In the order of the course; what the guide does not have comes last.
  const columns = [
    ...exercises.filter(({ id }) => used.has(id)),
    ...[...used].filter((id) => !exercises.some((each) => each.id === id)).map((id) => ({ id, title: id })),
  ];
  return (
    <>
      <DropZone group={group} />
      <p role="status" className="results-status">
        {rows.length > 0 &&
          `${rows.length === 1 ? 'One file' : `${rows.length} files`}. ${waiting > 0 ? `${waiting} checks to go.` : 'All checked again.'}`}
      </p>
      {refused.length > 0 && (
        <div role="alert" className="notice results-refused">
          <p>
            <strong>
              {refused.length === 1 ? 'One file was' : `${refused.length} files were`} not taken.
              {rows.length > 0 && ' The others are below.'}
            </strong>
          </p>
          <ul>
            {refused.map(({ file, why }, at) => (
              <li key={at}>
                <code>{file}</code>: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <Grid rows={rows} columns={columns} />
          <p className="results-actions">
            <button
              type="button"
              className="button button-strong"
              disabled={waiting > 0}
              onClick={() => download('results.csv', table(rows, columns), 'text/csv;charset=utf-8')}
            >
              Save as CSV
            </button>
            <button type="button" className="button" onClick={group.forget}>
              Clear the grid
            </button>
          </p>
        </>
      )}
    </>
  );
}

function DropZone({ group }: { group: Class }) {
  const [over, setOver] = useState(false);
  const stop = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <section
      aria-label="Result files"
      className="results-drop"
      data-over={over}
      onDragOver={stop}
      onDragLeave={stop}
      onDrop={(event) => {
        stop(event);
        void group.take(droppedFiles(event.dataTransfer));
      }}
    >
      <p>Drop the result files here, or the folder or zip that they are in.</p>
      <label className="button button-strong cursor-pointer focus-within:outline-3">
        Choose files
        <input
          type="file"
          multiple
          accept="application/json,.json,.zip"
          className="sr-only"
          onChange={({ target }) => {
            if (target.files) void group.take(chosenFiles([...target.files]));
            target.value = '';
          }}
        />
      </label>
    </section>
  );
}

/** The grid for a spreadsheet: for each exercise what was found, of how many, and what was claimed. */
function table(rows: readonly Row[], columns: readonly { id: string }[]): string {
  const head = columns.flatMap(({ id }) => [`${id}: goals reached`, `${id}: of`, `${id}: claimed`]);
  const body = rows.map(({ file, handedIn, cells }) => [
    handedIn.name,
    handedIn.assignment,
    file,
    handedIn.savedAt,
    ...columns.flatMap(({ id }) => {
      const cell = cells.get(id);
      return [
        standingText(standingOf(cell)),
        cell?.exercise?.goals.length ?? '',
        cell ? new Set(cell.handedIn.reached).size : '',
      ];
    }),
  ]);
  return csv([['name', 'assignment', 'file', 'saved at', ...head], ...body]);
}
