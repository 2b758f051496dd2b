/** What `trivy image --format json` writes, as far as it is shown here: https://trivy.dev/latest/docs/configuration/reporting/. */
export interface TrivyReport {
  SchemaVersion: 2;
  CreatedAt: string;
  ArtifactName: string;
  Results: readonly TrivyResult[];
}

interface TrivyResult {
  /** The image with its distribution, or a kind of language packages. */
  Target: string;
  Class: 'os-pkgs' | 'lang-pkgs';
  Vulnerabilities?: readonly Vulnerability[];
}

interface Vulnerability {
  VulnerabilityID: string;
  PkgName: string;
  InstalledVersion: string;
  /** Left out where there is no fix. */
  FixedVersion?: string;
  Status: Status;
  Severity: Severity;
  Title: string;
}

export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
export type Severity = (typeof severities)[number];
/** Of those that Trivy knows, the ones that a finding can have. */
export type Status = 'fixed' | 'affected' | 'will_not_fix' | 'fix_deferred' | 'end_of_life';

export interface FindingRow extends Omit<Vulnerability, 'Title'> {
  title: string;
  /** Where the package comes from: the distribution, or the packages of a language. */
  source: 'system' | 'language';
}

/** What `trivy` is asked to look at; options of its command line. */
export interface Filter {
  /** `--severity`. */
  severities: readonly Severity[];
  /** `--ignore-unfixed`: only findings whose status is `fixed` count. */
  ignoreUnfixed: boolean;
}

/** @throws when the text is not a report of this version. */
export function readReport(text: string): TrivyReport {
  const report = JSON.parse(text) as TrivyReport;
  if (report.SchemaVersion !== 2 || !Array.isArray(report.Results))
    throw new Error('This is no report of Trivy with SchemaVersion 2');
  return report;
}

/** Every finding, the most severe first; of the same severity those that can be fixed. */
export function findings({ Results }: TrivyReport): FindingRow[] {
  const rows = Results.flatMap(({ Class, Vulnerabilities = [] }) =>
    Vulnerabilities.map(({ Title, ...rest }) => ({
      ...rest,
      title: Title,
      source: Class === 'os-pkgs' ? ('system' as const) : ('language' as const),
    })),
  );
  const weight = ({ Severity, Status }: FindingRow) =>
    severities.indexOf(Severity) * 2 + (Status === 'fixed' ? 0 : 1);
  return rows.sort((one, other) => weight(one) - weight(other) || (one.PkgName < other.PkgName ? -1 : 1));
}

/** The findings that are left. */
export function filtered(rows: readonly FindingRow[], filter: Filter): FindingRow[] {
  return rows.filter(
    ({ Severity, Status }) =>
      filter.severities.includes(Severity) && (!filter.ignoreUnfixed || Status === 'fixed'),
  );
}

/** The command that asks for just this, ending with 1 when something is found. */
export function command(image: string, { severities: wanted, ignoreUnfixed }: Filter): string {
  const options = [
    ...(wanted.length < severities.length ? [`--severity ${wanted.join(',')}`] : []),
    ...(ignoreUnfixed ? ['--ignore-unfixed'] : []),
  ];
  return ['trivy image', ...options, '--exit-code 1', image].join(' ');
}
