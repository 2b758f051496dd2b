import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { check } from '../index.ts';
import { projectFromJsonLine } from '../project.ts';
import { judgeComposeFile } from './compose.ts';
import type { Judged } from './format.ts';
import { sarif } from './sarif.ts';

/*
 * The official schema, from the package of SARIF's own toolmakers. It says of itself that it is of draft 4, but uses
 * nothing that later drafts read otherwise. What `format: uri` asks for is left to the assertions below.
 */
const { $schema: _draft, id: _address, ...official } = schema;
const isSarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(official);

const TROUBLED = 'FROM node:latest\nWORKDIR app\nCOPY --chown . .\nCMD npm start\n';

function judged(path: string, text: string): Judged {
  const { diagnostics } = check(projectFromJsonLine({ dockerfile: text }), { all: true });
  return { path, diagnostics: diagnostics.map((one) => ({ ...one, file: path })) };
}

describe('SARIF', () => {
  const log = sarif([
    judged('a folder/Dockerfile', TROUBLED),
    judged('ü:#?.dockerfile', 'FROM a\nRUN cd /x && sudo y\n'),
    {
      path: 'compose.yaml',
      diagnostics: judgeComposeFile('compose.yaml', 'services:\n  a:\n    prots: []\n', true),
    },
  ]);
  const { tool, results } = (log as { runs: [Run] }).runs[0];

  interface Run {
    tool: { driver: { rules: { id: string; helpUri?: string; help?: object }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
    }[];
  }

  it.each([
    ['with findings of all kinds', log],
    ['with none', sarif([])],
    ['of a file without fault', sarif([{ path: 'Dockerfile', diagnostics: [] }])],
  ])('%s is valid against the schema of SARIF 2.1.0', (_, one) => {
    isSarif(one);
    expect(isSarif.errors).toBeNull();
  });

  it('is told from what is not SARIF', () => {
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('names the rule of each result by its place in the list', () => {
    expect(results.length).toBeGreaterThan(5);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('says of every rule, of Compose too, why it matters and, where there is a source, where that stands', () => {
    const described = tool.driver.rules.filter(({ id }) => id !== 'build-refused');
    expect(described.map(({ id }) => id)).toContain('compose-schema');
    for (const { helpUri, help } of described) {
      expect(help).toBeDefined();
      if (helpUri !== undefined) expect(URL.canParse(helpUri)).toBe(true);
    }
  });

  it('writes paths as addresses relative to where the command ran', () => {
    const uris = new Set(results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri));
    expect([...uris]).toEqual(['a%20folder/Dockerfile', '%C3%BC%3A%23%3F.dockerfile', 'compose.yaml']);
  });
});
