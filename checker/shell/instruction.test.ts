import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { callsOf, runCalls } from './calls.ts';
import { shellInForce } from './dialect.ts';
import { shellOf } from './instruction.ts';

/** Programs that the file's instructions run, with the text at the place that is given for them. */
function programs(text: string): string[] {
  const dockerfile = parseDockerfile(text);
  return callsOf(dockerfile).map((call) => {
    const { startLine, startColumn, endLine, endColumn } = call.word.range;
    const start = dockerfile.lines.lineStart(startLine) + startColumn - 1;
    const end = dockerfile.lines.lineStart(endLine) + endColumn - 1;
    return `${call.program}@${text.slice(start, end)}`;
  });
}

function dialects(text: string): (string | undefined)[] {
  const dockerfile = parseDockerfile(text);
  return dockerfile.instructions
    .filter(({ name }) => name === 'run')
    .map((instruction) => shellOf(dockerfile, instruction)?.dialect);
}

describe('what an instruction runs', () => {
  test.each([
    ['FROM a\nRUN b && \\\n  # why\n  c', 'b@b c@c'],
    ['FROM a\nRUN ["b", "c && d"]', 'b@"b"'],
    ['FROM a\nRUN ["sh", "-ec", "b \\"x\\" && c"]', 'b@b c@c'],
    ['FROM a\nCMD b\nENTRYPOINT ["/bin/bash", "-o", "pipefail", "-c", "c | d"]', 'b@b c@c d@d'],
    ['FROM a\nHEALTHCHECK --interval=5s CMD curl -f x || exit 1', 'curl@curl exit@exit'],
    ['FROM a\nHEALTHCHECK NONE', ''],
    ['FROM a\nONBUILD RUN b', 'b@b'],
    ['FROM a\nRUN <<EOF\nb\nc d\nEOF\nRUN e', 'b@b c@c e@e'],
    ["FROM a\nRUN <<-'EOF'\n\tb\n\tEOF", 'b@b'],
    ['FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nb\nEOF', 'b@b'],
    ['FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nb\nEOF', ''],
    ['FROM a\nRUN bash -e <<EOF && d\nb\nEOF', 'bash@bash d@d b@b'],
    ['FROM a\nRUN cat <<EOF > /x\nb\nEOF', 'cat@cat'],
    ['FROM a\nRUN python3 <<EOF\nimport os\nEOF', 'python3@python3'],
    ['FROM a\nCOPY <<EOF /x\nb\nEOF\nENV A=b', ''],
  ])('%j', (text, expected) => {
    expect(programs(text).join(' ')).toBe(expected);
  });

  test('each script is read once', () => {
    const dockerfile = parseDockerfile('FROM a\nRUN b');
    const run = dockerfile.instructions[1];
    if (!run) throw new Error('no RUN');
    expect(shellOf(dockerfile, run)).toBe(shellOf(dockerfile, run));
  });

  test('calls of some programs are those at build time', () => {
    const dockerfile = parseDockerfile('FROM a\nRUN wget x; curl y\nONBUILD RUN curl z\nCMD curl');
    expect([...runCalls(dockerfile, 'curl')].map((call) => call.args[0]?.text)).toEqual(['y', 'z']);
    expect([...runCalls(dockerfile, 'curl', 'wget')]).toHaveLength(3);
  });
});

describe('the shell in force', () => {
  test.each([
    ['FROM a\nRUN b', ['sh']],
    [
      'FROM a\nSHELL ["powershell", "-Command"]\nRUN b\nSHELL ["/bin/bash", "-c"]\nRUN b',
      ['powershell', 'sh'],
    ],
    ['FROM a\nSHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nRUN b', ['sh']],
    ['FROM a\nSHELL ["python3", "-c"]\nRUN b', ['other']],
    ['FROM a AS x\nSHELL ["pwsh"]\nFROM a\nRUN b\nFROM x\nRUN b', ['sh', 'powershell']],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN b', ['cmd']],
    ['FROM python:3.12-windowsservercore\nRUN b', ['cmd']],
    ['FROM --platform=windows/amd64 a\nRUN b', ['cmd']],
    ['# escape=`\nFROM a\nRUN b', ['cmd']],
    ['# escape=`\nFROM a\nSHELL ["C:\\\\Windows\\\\PowerShell.exe", "-c"]\nRUN b', ['powershell']],
    ['FROM a\n# hadolint shell=powershell\nRUN b\nFROM a\nRUN b', ['powershell', 'sh']],
    ['RUN b', ['sh']],
  ])('%j', (text, expected) => {
    expect(dialects(text)).toEqual(expected);
  });

  test('says who set it', () => {
    const dockerfile = parseDockerfile('FROM a\nRUN b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN c');
    const [, before, , after] = dockerfile.instructions;
    if (!before || !after) throw new Error('no RUN');
    expect(shellInForce(dockerfile, before).from).toBe('default');
    expect(shellInForce(dockerfile, after)).toMatchObject({ from: 'instruction', dialect: 'sh' });
    expect(shellInForce(dockerfile, after).argv).toContain('pipefail');
  });
});
