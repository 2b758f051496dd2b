import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Verdict } from '../types.ts';
import {
  answered,
  baseImage,
  distribution,
  type Fact,
  fileInImage,
  firstProgram,
  listeningPort,
  pathInImage,
  program,
  runningUser,
} from './answers.ts';

const DOCKERFILE = `FROM python:3.12-slim
RUN useradd --uid 10001 shop
WORKDIR /srv/shop
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
USER shop
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "9000"]
`;

function ask(fact: Fact, answers: string, dockerfile = DOCKERFILE): Verdict {
  const texts = {
    Dockerfile: dockerfile,
    'answers.yaml': answers,
    'main.py': 'app = 1\n',
    'requirements.txt': 'uvicorn==0.38.0\n',
    '.env': 'A=1\n',
    '.dockerignore': '.env\n',
  };
  const files = new Map<string, ContextEntry>(
    Object.entries(texts).map(([path, content]) => [path, { kind: 'file', content }]),
  );
  const project = { files, contextKnown: true, dockerfile: 'Dockerfile' };
  const parsed = parseDockerfile(dockerfile);
  return answered('answers.yaml', 'q', fact)({ project, dockerfile: parsed, diagnostics: [], refusal: null });
}

const right: [string, Fact, string[]][] = [
  [
    'the user',
    runningUser,
    ['shop', 'Shop', '"shop"', "'10001'", '10001', 'shop:shop', '10001:10001', 'shop # see USER', 'shop.'],
  ],
  ['the port', listeningPort, ['9000', '"9000"', '9000/tcp', ':9000', 'port 9000']],
  [
    'the base',
    baseImage,
    [
      'python:3.12-slim',
      'docker.io/library/python:3.12-slim',
      '"python:3.12-slim"',
      '`python:3.12-slim`'.replaceAll('`', "'"),
    ],
  ],
  [
    'the distribution',
    distribution,
    ['debian', 'Debian', 'Debian GNU/Linux', 'Debian Linux', 'Debian 13', 'debian trixie'],
  ],
  ['the place of a file', pathInImage('main.py'), ['/srv/shop/main.py', 'srv/shop/main.py']],
  [
    'the first program',
    firstProgram,
    [
      'python',
      'python3',
      'python3.12',
      '/usr/local/bin/python',
      'uvicorn',
      'python -m uvicorn',
      'python -m uvicorn main:app --host 0.0.0.0 --port 9000',
    ],
  ],
  ['a program that is not there', program('curl'), ['no', 'No', 'false', '"no"', 'NO']],
  ['a program that is there', program('pip'), ['yes', 'true', 'Y']],
  ['a file that is kept out', fileInImage('.env'), ['no', 'False']],
  ['a file that is there', fileInImage('main.py'), ['yes']],
];
const wrong: [string, Fact, string[]][] = [
  ['the user', runningUser, ['root', '0', 'app', '1000', 'shopper']],
  ['the port', listeningPort, ['8000', '90', '09000', '9000-9001', '9e3']],
  ['the base', baseImage, ['python', 'python:3.12', 'python:latest', 'debian', 'example/python:3.12-slim']],
  ['the distribution', distribution, ['alpine', 'ubuntu', 'linux', 'python']],
  ['the place of a file', pathInImage('main.py'), ['/main.py', '/app/main.py', 'main.py', '/srv/shop']],
  ['the first program', firstProgram, ['sh', '/bin/sh', 'bash', 'init', 'main.py', 'docker']],
  ['a program that is not there', program('curl'), ['yes', 'true', 'maybe', '7.88']],
  ['a file that is kept out', fileInImage('.env'), ['yes']],
];

describe.each(right)('%s, rightly answered', (_what, fact, answers) => {
  it.each(answers)('%s', (answer) => {
    expect(ask(fact, `first: 1\nq: ${answer}\n`)).toEqual({ is: 'yes' });
  });
});

describe.each(wrong)('%s, wrongly answered', (_what, fact, answers) => {
  it.each(answers)('%s', (answer) => {
    expect(ask(fact, `q: ${answer}\n`)).toMatchObject({
      is: 'no',
      file: 'answers.yaml',
      range: { startLine: 1 },
    });
  });
});

describe('an answer that is not there', () => {
  it.each(['q:', 'q: # nothing yet', 'other: 1', '', 'q: ""', '- 1'])('%j', (text) => {
    expect(ask(runningUser, text)).toMatchObject({ is: 'no', because: '`q` has no answer yet.' });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a: 1\nq: [', /Line \d cannot be read/],
    ['q: a\nq: b', /Line 2 asks something for the second time/],
    ['q: [root]', /one word or number/],
    ['q: {a: 1}', /one word or number/],
  ])('%j', (text, because) => {
    const verdict = ask(runningUser, text);
    expect(verdict).toMatchObject({ is: 'no', file: 'answers.yaml' });
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });
});

it('says nothing of what the build on paper does not know', () => {
  const dockerfile = 'FROM registry.example.com/unknown:1\nCMD ["./start"]\n';
  expect(ask(program('curl'), 'q: yes', dockerfile).is).toBe('unknown');
  expect(ask(listeningPort, 'q: 80', dockerfile).is).toBe('unknown');
});

it('knows root where nothing says a user', () => {
  const dockerfile = 'FROM python:3.12-slim\nCMD ["python"]\n';
  for (const answer of ['root', '0', 'root:root', '0:0'])
    expect(ask(runningUser, `q: ${answer}`, dockerfile)).toEqual({ is: 'yes' });
  expect(ask(runningUser, 'q: nobody', dockerfile).is).toBe('no');
});
