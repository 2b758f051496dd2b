import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n', lines: [2] },
    { about: 'by sudo', dockerfile: 'FROM debian:13\nRUN sudo apt-get install -y curl\n', lines: [2] },
    {
      about: 'as JSON',
      dockerfile: 'FROM debian:13\nRUN ["apt-get", "install", "-y", "curl"]\n',
      lines: [2],
    },
    {
      about: 'over several lines',
      dockerfile: 'FROM debian:13\nRUN apt-get update \\\n  && apt-get install -y \\\n    curl\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n' },
    {
      about: 'by a setting',
      dockerfile: 'FROM debian:13\nRUN apt-get -o APT::Install-Recommends=false install -y curl\n',
    },
    {
      about: 'by a configuration file',
      dockerfile:
        'FROM debian:13\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/01 && apt-get update && apt-get install -y curl\n',
    },
    { about: 'nothing is installed', dockerfile: 'FROM debian:13\nRUN apt-get remove -y curl\n' },
  ],
};
