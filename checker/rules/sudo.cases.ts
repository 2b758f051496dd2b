import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN sudo apt-get update\n', lines: [2] },
    {
      about: 'later in the step',
      dockerfile: 'FROM debian:13\nRUN apt-get update && \\\n  /usr/bin/sudo -E make install\n',
      lines: [3],
    },
    {
      about: 'in a heredoc',
      dockerfile: 'FROM debian:13\nRUN <<EOF\nmake\nsudo make install\nEOF\n',
      lines: [4],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nUSER root\nRUN apt-get update\nUSER app\n' },
    { about: 'as a package', dockerfile: 'FROM debian:13\nRUN apt-get install -y sudo\n' },
  ],
};
