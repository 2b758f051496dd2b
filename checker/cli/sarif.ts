import manifest from '../../package.json' with { type: 'json' };
import { composeChecks } from '../compose/rules/checks.ts';
import { composeRules } from '../compose/rules/registry.ts';
import { rulePages } from '../rules/pages.ts';
import { rules } from '../rules/registry.ts';
import type { Severity } from '../types.ts';
import type { Judged } from './format.ts';

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** A SARIF 2.1.0 log of one run. */
export function sarif(judged: readonly Judged[]): object {
  const diagnostics = judged.flatMap((file) => file.diagnostics);
  const names = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: manifest.name,
            version: manifest.version,
            rules: names.map(describe),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(({ rule, severity, message, file, range }) => ({
          ruleId: rule,
          ruleIndex: names.indexOf(rule),
          level: LEVEL[severity],
          message: { text: message },
          locations: [{ physicalLocation: { artifactLocation: { uri: toUri(file) }, region: { ...range } } }],
        })),
      },
    ],
  };
}

/** What SARIF's readers show beside a finding; of a refusal, which is BuildKit's or Compose's, only its name. */
function describe(name: string): object {
  const described = rules.map((rule) => ({ ...rule, ...rulePages[rule.name] }));
  const rule = [...described, ...composeRules, ...composeChecks].find((candidate) => candidate.name === name);
  if (!rule?.why) return { id: name };
  const [source] = rule.sources ?? [];
  return {
    id: name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}${source ? ` ${source}` : ''}` },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    ...(source ? { helpUri: source } : {}),
    ...('refs' in rule && rule.refs.length > 0 ? { properties: { tags: [...rule.refs] } } : {}),
  };
}

function toUri(path: string): string {
  return path.split('\\').join('/').split('/').map(encodeURIComponent).join('/');
}
