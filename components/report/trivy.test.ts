import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { command, filtered, findings, readReport, severities } from './trivy';

const text = readFileSync('content/exercises/act-on-the-report/context/trivy-report.json', 'utf8');
const report = readReport(text);
const rows = findings(report);

describe('the report of the lesson', () => {
  it('has the shape that Trivy writes', () => {
    for (const { Vulnerabilities = [] } of report.Results)
      for (const each of Vulnerabilities) {
        expect(each.VulnerabilityID).toMatch(/^CVE-\d{4}-\d{4,}$/);
        expect(severities).toContain(each.Severity);
        // Trivy writes a fixed version exactly where the status is fixed.
        expect(each.FixedVersion !== undefined, each.VulnerabilityID).toBe(each.Status === 'fixed');
      }
  });

  it('names the versions that the exercise starts with', () => {
    const requirements = readFileSync('content/exercises/act-on-the-report/starter/requirements.txt', 'utf8');
    for (const { source, PkgName, InstalledVersion } of rows)
      if (source === 'language') expect(requirements).toContain(`${PkgName}==${InstalledVersion}\n`);
  });
});

it('lists the most severe first, what can be fixed before what cannot', () => {
  expect(rows.slice(0, 3).map(({ PkgName, Status }) => `${PkgName} ${Status}`)).toEqual([
    'h11 fixed',
    'libsqlite3-0 affected',
    'zlib1g will_not_fix',
  ]);
  expect(rows.at(-1)?.Severity).toBe('LOW');
});

it('leaves what a gate asks for', () => {
  const gate = { severities: ['CRITICAL', 'HIGH'], ignoreUnfixed: true } as const;
  expect(filtered(rows, gate).map(({ PkgName }) => PkgName)).toEqual([
    'h11',
    'libssl3',
    'openssl',
    'starlette',
  ]);
  expect(filtered(rows, { severities, ignoreUnfixed: false }).length).toBe(rows.length);
  expect(filtered(rows, { severities: [], ignoreUnfixed: false })).toEqual([]);
  expect(command('shop:1', gate)).toBe(
    'trivy image --severity CRITICAL,HIGH --ignore-unfixed --exit-code 1 shop:1',
  );
  expect(command('shop:1', { severities, ignoreUnfixed: false })).toBe('trivy image --exit-code 1 shop:1');
});

it('refuses what is no report', () => {
  expect(() => readReport('[]')).toThrow(/SchemaVersion 2/);
  expect(() => readReport('{"SchemaVersion":1,"Results":[]}')).toThrow(/SchemaVersion 2/);
});
