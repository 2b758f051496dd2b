import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt\n', lines: [2] },
    { about: 'as a module', dockerfile: 'FROM python:3.13\nRUN python -m pip install .\n', lines: [2] },
    {
      about: 'a setting that says no',
      dockerfile: 'FROM python:3.13\nENV PIP_NO_CACHE_DIR=off\nRUN pip3 install .\n',
      lines: [3],
    },
    {
      about: 'a setting of another stage',
      dockerfile: 'FROM python:3.13 AS a\nENV PIP_NO_CACHE_DIR=1\nFROM python:3.13\nRUN pip install .\n',
      lines: [4],
    },
  ],
  good: [
    { dockerfile: 'FROM python:3.13\nRUN pip install --no-cache-dir -r requirements.txt\n' },
    {
      about: 'by a cache mount',
      dockerfile:
        'FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n',
    },
    {
      about: 'by ENV of the stage below',
      dockerfile: 'FROM python:3.13 AS base\nENV PIP_NO_CACHE_DIR=1\nFROM base\nRUN pip install .\n',
    },
    {
      about: 'for one command',
      dockerfile:
        'FROM python:3.13\nRUN PIP_NO_CACHE_DIR=yes pip install . && export PIP_NO_CACHE_DIR=on && pip install a\n',
    },
    {
      about: 'other installers',
      dockerfile: 'FROM python:3.13\nRUN pipx install a && pipenv install b && uv pip install c\n',
    },
    {
      about: 'emptied in the same step',
      dockerfile: 'FROM python:3.13\nRUN pip install . && rm -rf /root/.cache\n',
    },
  ],
};
