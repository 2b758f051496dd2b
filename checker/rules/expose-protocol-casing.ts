import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const exposeProtocolCasingPage: RulePage = {
  title: 'Write the protocol of a port in lower case',
  why: 'Docker stores ports as `80/tcp`. In lower case the file says what `docker inspect` will show.',
  sources: [buildCheckPage('expose-proto-casing')],
};

export const exposeProtocolCasing = buildkitRule(
  'ExposeProtoCasing',
  {
    name: 'expose-protocol-casing',
    severity: 'info',
    set: 'default',
  },
  ({ subject, range }, { dockerfile }) => {
    const text = subject.toLowerCase();
    const message = `Docker stores this port as ${text}. Write it so.`;
    const literal = dockerfile.lines.text.slice(
      dockerfile.lines.lineStart(range.startLine) + range.startColumn - 1,
      dockerfile.lines.lineStart(range.endLine) + range.endColumn - 1,
    );
    if (literal !== subject) return { message };
    return { message, fix: { title: `Write ${text}`, edits: [{ file: dockerfile.path, range, text }] } };
  },
);
