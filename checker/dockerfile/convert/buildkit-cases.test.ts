import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDockerignore } from '../../image/context/dockerignore.ts';
import { ignoredBy } from '../../rules/buildkit.ts';
import { parseDockerfile } from '../parse.ts';
import { type BaseConfig, convert } from './convert.ts';

/** BuildKit's own cases lie beside the repository where they are at hand; they are not ours to copy. */
const FILE = new URL('../../../../shared/cases/buildkit-lint.json', import.meta.url);

interface Case {
  id: string;
  dockerfile: string;
  dockerignore?: string;
  buildArgs?: Record<string, string>;
  expected: { rule: string; line: number; detail: string }[];
  error?: string;
  note?: string;
}

const PLAIN: BaseConfig = { env: {}, workdir: '/', shell: [] };

describe.skipIf(!existsSync(FILE))(
  'BuildKit’s own cases of its checks (skipped where they are not at hand)',
  () => {
    const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Case[]) : [];
    it.each(cases)('$id warns as BuildKit does', (testCase) => {
      const { dockerfile: text, buildArgs = {}, expected, error, note } = testCase;
      const dockerfile = parseDockerfile(text, { buildArgs });
      const patterns = readDockerignore(testCase.dockerignore ?? '');
      const decidable = patterns.length > 0 && !patterns.some((pattern) => pattern.startsWith('!'));
      const { warnings, refusal } = convert(dockerfile, {
        buildArgs,
        platform: 'linux/amd64',
        baseConfig: () => PLAIN,
        basePlatform: (reference) => (reference.includes('testbaseimageplatform') ? 'linux/arm64' : null),
        ...(decidable ? { ignored: ignoredBy(patterns) } : {}),
      });
      const seen = warnings.map(({ check, line, detail }) => ({ rule: check, line, detail }));
      // The recorded lines of one case are known to be off by two; its note says so.
      const shift = note?.includes('the real lines are 5 and 6') ? 2 : 0;
      expect(seen).toEqual(
        expect.arrayContaining(expected.map((warning) => ({ ...warning, line: warning.line + shift }))),
      );
      expect(seen).toHaveLength(expected.length);
      expect(refusal?.message ?? null).toBe(error ?? null);
    });
  },
);
