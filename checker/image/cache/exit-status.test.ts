import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import { build } from '../build.ts';
import { certainFailure } from './exit-status.ts';

function status(script: string, base = 'debian:12'): number | null {
  const dockerfile = parseDockerfile(`FROM ${base}\nRUN ${script}\n`);
  const step = build(dockerfile, { files: new Map(), contextKnown: true }).stages[0]?.steps[0];
  if (!step) throw new Error('no step');
  return certainFailure(dockerfile, step);
}

describe('what a script returns', () => {
  it.each([
    ['exit 3', 3],
    ['echo a && exit 1', 1],
    ['ls /nope || exit 5', 5],
    ['set -eux; false; true', 1],
    ['set -o errexit; false; true', 1],
    ['nosuch', 127],
    ['A=1 nosuch', 127],
    ['cat /x | nosuch', 127],
    ['unknown-to-all && false', 127],
    ['["nosuch"]', 1],
    ['echo one > /f; grep -q two /f', 1],
    ['echo one > /f; grep -q one /f', null],
    ['[ a = b ]', 1],
    ['[ -z "" ]', null],
    ['ls *.nope', 2],
    ['touch /f && test -s /f', 1],
    ['echo a > /f && test -s /f', null],
  ])('%s fails with %s', (script, expected) => {
    expect(status(script)).toBe(expected);
  });

  it.each([
    ...[
      'cd /opt',
      'umask 022',
      '. /etc/profile',
      'eval exit 1',
      'trap "exit 1" EXIT',
      'exit',
      'exit 0',
      'X=1',
    ],
    ...[
      '! false',
      'sleep 1 && exit 1 &',
      'false; true',
      'false || true',
      'nosuch || true',
      'false | true',
      'nosuch | cat',
    ],
    ...[
      'if nosuch; then exit 1; fi',
      'f() { exit 1; }; true',
      'for i in 1 2; do echo $i; done',
      '$CMD',
      'ls /etc/*.conf',
    ],
    ...[
      'command -v nope || echo no',
      'test "$X" = 1',
      'echo x | grep -q y',
      'grep -q root /etc/passwd',
      'bash -c "exit 3"',
    ],
    ...[
      'apt-get update && apt-get install -y tool && tool',
      'curl -fsS https://example.com/install.sh | sh; tool',
    ],
  ])('%s may succeed', (script) => {
    expect(status(script)).toBeNull();
  });

  it('knows nothing of the programs of other images', () => {
    expect(status('nosuch', 'python:3.12')).toBeNull();
    expect(status('nosuch', 'registry.example.com/app')).toBeNull();
  });
});
