import { describe, expect, it } from 'vitest';
import { composeLine } from './jsonl.ts';
import { judgeCompose } from './judge.ts';

const errors = (files: Record<string, string>, merged: string[], readFile = (path: string) => files[path]) =>
  judgeCompose(
    merged.map((path) => ({ path, text: files[path] as string })),
    { readFile },
  ).diagnostics.filter(({ severity }) => severity === 'error');

describe('one line of the line protocol', () => {
  it('names why Compose refuses a file, and where', () => {
    const line = composeLine({ id: 7, compose: 'services:\n  web:\n    ports:\n      - [80]\n' });
    expect(line).toMatchObject({
      id: 7,
      diagnostics: [{ rule: 'compose-schema', path: 'services.web.ports[0]', line: 4, endLine: 4 }],
    });
    expect(line.refused).toContain('services.web.ports[0]');
  });

  it.each(['', '# nothing\n', '[]\n', 'text\n', 'a: b: c\n', 'services: []\n'])('refuses %j', (compose) => {
    expect(composeLine({ compose }).refused).not.toBeNull();
  });

  it.each([
    'services: {}\n',
    'services:\n  web:\n    image: ${IMAGE}\n    ports: ["${PORT}:80"]\n',
    'x-a: &a\n  image: nginx\nservices:\n  web:\n    <<: *a\n    x-note: [1, {a: b}]\n',
    'name: shop\nservices:\n  a: {image: x}\n---\nservices:\n  b: {image: y}\n',
    'volumes:\n  data:\nnetworks:\n  a:\n',
  ])('takes %j', (compose) => {
    expect(composeLine({ compose }).refused).toBeNull();
  });

  it('merges a list of texts in order: an override need not be whole', () => {
    const base =
      'services:\n  web:\n    image: a\n    depends_on:\n      db: {condition: service_healthy}\n  db: {image: b}\n';
    expect(
      composeLine({ compose: [base, 'services:\n  web:\n    depends_on:\n      db: {required: false}\n'] })
        .refused,
    ).toBeNull();
    expect(
      composeLine({ compose: [base, 'services:\n  web:\n    depends_on:\n      db: {needed: false}\n'] })
        .refused,
    ).toContain('needed');
    expect(composeLine({ compose: [base, 'services:\n  web:\n    ports: !reset\n'] }).refused).toBeNull();
    const unfinished = 'services:\n  web:\n    depends_on:\n      cache: {required: false}\n';
    expect(composeLine({ compose: [base, unfinished] })).toMatchObject({
      diagnostics: [{ rule: 'compose-schema', path: 'services.web.depends_on.cache' }],
    });
  });

  it('refuses input that is no text', () => {
    expect(() => composeLine({ compose: 5 as unknown as string })).toThrow(TypeError);
  });
});

describe('extends and include', () => {
  const files = {
    'compose.yaml':
      'services:\n  web:\n    extends: {file: common/base.yaml, service: base}\n    volumes: ["data:/data"]\n',
    'common/base.yaml':
      'services:\n  base:\n    extends: root\n    environment: {A: 1}\n  root:\n    image: shop:1\n',
  };

  it('takes over what the base says, over files and in the same file', () => {
    const { project } = judgeCompose([{ path: 'compose.yaml', text: files['compose.yaml'] }], {
      readFile: (path) => files[path as keyof typeof files],
    });
    const web = project?.services.get('web');
    expect(web?.image?.value).toBe('shop:1');
    expect(web?.environment).toMatchObject([{ name: 'A', value: '1' }]);
    expect(web?.complete).toBe(true);
  });

  it('says that a base is not there, or that services extend each other', () => {
    expect(errors({ a: 'services:\n  web: {extends: base}\n' }, ['a'])[0]).toMatchObject({
      rule: 'compose-extends',
      range: { startLine: 2 },
    });
    expect(
      errors({ a: 'services:\n  a: {extends: b}\n  b: {extends: a}\n' }, ['a']).map(({ rule }) => rule),
    ).toContain('compose-extends');
  });

  it('what is included counts as declared, and what includes it wins', () => {
    const included = {
      'compose.yaml':
        'include: [db/compose.yaml]\nservices:\n  web:\n    image: shop:1\n    depends_on: [db]\n',
      'db/compose.yaml': 'services:\n  db:\n    image: example/db:1\n',
    };
    expect(errors(included, ['compose.yaml'])).toEqual([]);
  });

  it('files that include each other end', () => {
    const circle = {
      a: 'include: [b]\nservices:\n  x: {image: x}\n',
      b: 'include: [a]\nservices:\n  y: {image: y}\n',
    };
    expect(() => errors(circle, ['a'])).not.toThrow();
  });
});

it('points at a `$` that begins no variable', () => {
  expect(errors({ a: 'services:\n  web:\n    image: x\n    command: echo 5$\n' }, ['a'])).toMatchObject([
    { rule: 'compose-interpolation', range: { startLine: 4 } },
  ]);
});

it('knows the variables of `.env`', () => {
  const { project } = judgeCompose(
    [{ path: 'compose.yaml', text: 'services:\n  web:\n    image: shop:${TAG}\n' }],
    {
      readFile: (path) => (path === '.env' ? 'TAG="1.4" # now\n' : undefined),
    },
  );
  expect(project?.services.get('web')?.image?.value).toBe('shop:1.4');
});
