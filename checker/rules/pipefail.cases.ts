import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN curl -fsSL https://a.example/install.sh | bash\n', lines: [2] },
    {
      about: 'once for a step',
      dockerfile: 'FROM debian:13\nRUN a && \\\n  b | c | d && e | f\n',
      lines: [3],
    },
    {
      about: 'the setting ends with its stage',
      dockerfile:
        'FROM debian:13 AS a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN b | c\nFROM debian:13\nRUN d | e\n',
      lines: [5],
    },
    {
      about: 'another SHELL takes it away',
      dockerfile:
        'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nSHELL ["/bin/bash", "-c"]\nRUN d | e\n',
      lines: [4],
    },
    { about: 'in a heredoc', dockerfile: 'FROM debian:13\nRUN <<EOF\na | b\nEOF\n', lines: [3] },
    { about: 'as JSON for a shell', dockerfile: 'FROM debian:13\nRUN ["sh", "-c", "a | b"]\n', lines: [2] },
  ],
  good: [
    {
      dockerfile:
        'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://a.example/install.sh | bash\n',
    },
    {
      about: 'for this step',
      dockerfile: 'FROM alpine:3.22\nRUN set -euo pipefail; curl -fsSL https://a.example | tar -x\n',
    },
    { about: 'no pipe', dockerfile: 'FROM debian:13\nRUN a || b && c "d | e"\n' },
    {
      about: 'PowerShell does not work that way',
      dockerfile:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN Get-Item a | Remove-Item\n',
    },
    { about: 'given as JSON', dockerfile: 'FROM debian:13\nRUN ["bash", "-o", "pipefail", "-c", "a | b"]\n' },
    { about: 'nobody reads it as a script', dockerfile: 'FROM debian:13\nRUN ["a", "b | c"]\n' },
  ],
};
