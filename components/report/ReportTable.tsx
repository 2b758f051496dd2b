'use client';

import { useState } from 'react';
import { command, type Filter, type FindingRow, filtered, type Severity, severities } from './trivy';

const statuses = {
  fixed: 'fixed',
  affected: 'affected, no fix yet',
  will_not_fix: 'will not be fixed',
  fix_deferred: 'fix deferred',
  end_of_life: 'end of life',
} as const;

/** The findings, with the options of the command line as controls and the exit code that they come to. */
export function ReportTable({ image, rows }: { image: string; rows: readonly FindingRow[] }) {
  const [filter, setFilter] = useState<Filter>({ severities, ignoreUnfixed: false });
  const left = filtered(rows, filter);
  const toggle = (severity: Severity) =>
    setFilter({
      ...filter,
      severities: severities.filter((each) => (each === severity) !== filter.severities.includes(each)),
    });
  return (
    <>
      <div className="report-controls">
        <fieldset>
          <legend>Severity</legend>
          {severities.map((severity) => (
            <label key={severity}>
              <input
                type="checkbox"
                checked={filter.severities.includes(severity)}
                onChange={() => toggle(severity)}
              />{' '}
              {severity}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={filter.ignoreUnfixed}
            onChange={() => setFilter({ ...filter, ignoreUnfixed: !filter.ignoreUnfixed })}
          />{' '}
          Only what has a fix
        </label>
        <p className="report-command">
          <code>{command(image, filter)}</code>
        </p>
      </div>
      <p role="status" className="report-gate">
        {left.length === 0
          ? 'No findings, exit code 0: the pipeline goes on.'
          : `${left.length} of ${rows.length} findings, exit code 1: the pipeline stops here.`}
      </p>
      <section className="table-scroll" aria-label="Findings" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Package</th>
              <th scope="col">Installed</th>
              <th scope="col">Fixed in</th>
              <th scope="col">Vulnerability</th>
            </tr>
          </thead>
          <tbody>
            {left.map((row) => (
              <Row key={`${row.VulnerabilityID} ${row.PkgName}`} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ row }: { row: FindingRow }) {
  const { Severity, PkgName, source, InstalledVersion, FixedVersion, Status, VulnerabilityID, title } = row;
  return (
    <tr>
      <td>
        <span className={`report-severity report-${Severity.toLowerCase()}`}>{Severity}</span>
      </td>
      <th scope="row">
        {PkgName}
        <span className="report-note">{source === 'system' ? 'of Debian' : 'of Python'}</span>
      </th>
      <td>
        <code>{InstalledVersion}</code>
      </td>
      <td>{FixedVersion ? <code>{FixedVersion}</code> : statuses[Status]}</td>
      <td>
        {VulnerabilityID}
        <span className="report-note">{title}</span>
      </td>
    </tr>
  );
}
