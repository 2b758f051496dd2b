import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN if [ -f a ]; then cat a\n', lines: [2] },
    { about: 'an open quote', dockerfile: 'FROM debian:13\nRUN echo "hello\n', lines: [2] },
    { about: 'one parenthesis too many', dockerfile: 'FROM debian:13\nRUN (a && \\\n  b))\n', lines: [3] },
    { about: 'when the container starts', dockerfile: 'FROM debian:13\nCMD while true; do a\n', lines: [2] },
    {
      about: 'in a heredoc',
      dockerfile: 'FROM debian:13\nRUN <<EOF\nfor i in a b; do\n  echo $i\nEOF\n',
      lines: [4],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN if [ -f a ]; then cat a; fi\n' },
    {
      about: 'everything that bash knows',
      dockerfile:
        'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN [[ a == b* ]] || { a=(1 2); echo "${a[@]}" <(b) $((1 + 2)) ${c//x/y}; }\n',
    },
    {
      about: 'quotes in each other',
      dockerfile: `FROM debian:13\nRUN echo 'it'"'"'s' "a \\"b\\" $(c "d")" \\\n  && sed 's/(/[/' e\n`,
    },
    {
      about: 'PowerShell',
      dockerfile: 'FROM example/windows:1\nRUN foreach ($i in Get-ChildItem) { echo "$i`"" }\n',
    },
    { about: 'another shell', dockerfile: 'FROM a\nSHELL ["python3", "-c"]\nRUN print("(")\n' },
    { about: 'given as it is', dockerfile: 'FROM a\nRUN ["echo", "(", "\'"]\n' },
  ],
};
