import { isBuildFile, type OwnProject } from './project';

/** Files at most whose edit is offered: a button each. */
const most = 6;
/** What a build treats differently from the rest: lists of dependencies. */
const lists =
  /(^|\/)(package\.json|requirements[^/]*\.txt|pyproject\.toml|go\.mod|pom\.xml|build\.gradle(\.kts)?|Cargo\.toml|Gemfile|composer\.json)$/;
const source = /\.(py|[cm]?[jt]sx?|go|java|kt|rs|rb|php|cs|html)$/;

/** The application's files whose edit is most worth looking at: one's own code, and its lists of dependencies. */
export function filesToEdit({ files }: OwnProject): string[] {
  const rank = (path: string) => (lists.test(path) ? 0 : source.test(path) ? 1 : 2);
  return Object.keys(files)
    .filter((path) => !isBuildFile(path))
    .sort((a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
    .slice(0, most);
}
