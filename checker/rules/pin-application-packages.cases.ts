import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM python:3.13\nRUN pip install flask\n', lines: [2] },
    {
      about: 'one of several',
      dockerfile: 'FROM python:3.13\nRUN python3 -m pip install flask==3.1 requests\n',
      lines: [2],
    },
    {
      about: 'from a repository without a revision',
      dockerfile: 'FROM python:3.13\nRUN pip3.13 install git+https://a.example/b.git#egg=b\n',
      lines: [2],
    },
    {
      about: 'npm',
      dockerfile: 'FROM node:22\nRUN npm install -g pm2\nRUN npm i @nestjs/cli\n',
      lines: [2, 3],
    },
    { about: 'gem', dockerfile: 'FROM ruby:3.4\nRUN gem install rails\n', lines: [2] },
    {
      about: 'go',
      dockerfile:
        'FROM golang:1.25\nRUN go install example.com/a/cmd/b@latest\nRUN go run example.com/tool\n',
      lines: [2, 3],
    },
  ],
  good: [
    { dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt\n' },
    {
      about: 'versions and ranges',
      dockerfile: 'FROM python:3.13\nRUN pip install flask==3.1 \'requests>=2.32\' "httpx[http2]~=0.28"\n',
    },
    {
      about: 'files and addresses',
      dockerfile:
        'FROM python:3.13\nRUN pip install ./lib a.whl https://a.example/b.zip\nRUN pip install . && pip install -e .[dev]\n',
    },
    { about: 'a constraint', dockerfile: 'FROM python:3.13\nRUN pip install -c constraints.txt flask\n' },
    {
      about: 'npm with a lock file, a version or a revision',
      dockerfile:
        'FROM node:22\nRUN npm ci\nRUN npm install\nRUN npm install -g pm2@6 @a/b@1 git+https://a.example/b.git#v1\n',
    },
    { about: 'npm runs a script of that name', dockerfile: 'FROM node:22\nRUN npm run install everything\n' },
    {
      about: 'gem',
      dockerfile:
        'FROM ruby:3.4\nRUN gem install rails:8.0 && gem install puma -v 6.6 && gem install ox:2 -- --with-x y\n',
    },
    {
      about: 'go in the module itself',
      dockerfile:
        'FROM golang:1.25\nRUN go install ./... && go run . --x && go run main.go && go install -ldflags "-s -w" example.com/a@v1.2.0\n',
    },
    {
      about: 'the version may be in the variable',
      dockerfile: 'FROM python:3.13\nRUN pip install $PACKAGES "flask${V}"\n',
    },
  ],
};
