import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { rules } from './registry.ts';
import { runRules } from './run.ts';

/** Rule and twins of each diagnostic about a text, one line each. */
function verdicts(text: string): string[] {
  const project = { files: new Map(), contextKnown: false, dockerfile: 'Dockerfile' };
  const context = { project, dockerfile: parseDockerfile(text), config: DEFAULT_CONFIG };
  return runRules(context, { rules }).diagnostics.map(({ rule, refs }) => [rule, ...refs].join(' '));
}

describe('a diagnostic that tools share', () => {
  it('is one, and names all that agree', () => {
    expect(verdicts('FROM example.org/a:1\nMAINTAINER Ada\n')).toEqual([
      'maintainer buildkit:MaintainerDeprecated hadolint:DL4000 trivy:DS-0022',
    ]);
  });

  it('leaves BuildKit out where it says nothing: in a fragment', () => {
    expect(verdicts('WORKDIR app\n')).toContain('workdir-relative hadolint:DL3000 trivy:DS-0009');
  });

  it('leaves BuildKit out where it says nothing: after an absolute WORKDIR', () => {
    expect(verdicts('FROM example.org/a:1\nWORKDIR /app\nWORKDIR src\n')).toEqual([
      'workdir-relative hadolint:DL3000 trivy:DS-0009',
    ]);
  });

  it('leaves hadolint out where only BuildKit objects: names that differ by case', () => {
    expect(verdicts('FROM scratch AS a\nFROM scratch AS A\n')).toContain(
      'duplicate-stage-name buildkit:DuplicateStageName trivy:DS-0012',
    );
  });

  it('is gone when the check is skipped, whatever the other tools say', () => {
    expect(verdicts('# check=skip=JSONArgsRecommended\nFROM example.org/base:1\nCMD a\n')).toEqual([]);
    expect(verdicts('FROM example.org/a:1\n# check=skip=MaintainerDeprecated\nMAINTAINER Ada\n')).toEqual([]);
  });

  it('finds the secret in a name that is put together from variables', () => {
    expect(verdicts('FROM scratch\nARG X=TOKEN\nENV ${X}=1\n')).toContain(
      'secrets buildkit:SecretsUsedInArgOrEnv',
    );
  });
});
