import { describe, expect, it } from 'vitest';
import { completeAt } from './complete.ts';
import { hoverAt } from './hover.ts';

/** `|` marks the cursor. */
function at(marked: string): [text: string, line: number, column: number] {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  return [marked.replace('|', ''), before.length, (before.at(-1) as string).length + 1];
}

const labels = (marked: string) => completeAt(...at(marked)).map(({ label }) => label);

describe('completion', () => {
  it('offers the keys of the place', () => {
    expect(labels('|')).toEqual(expect.arrayContaining(['services', 'networks', 'volumes']));
    expect(labels('services:\n  web:\n    |')).toEqual(
      expect.arrayContaining(['image', 'build', 'ports', 'pre_start']),
    );
    expect(
      labels('services:\n  web:\n    image: nginx\n    healthcheck:\n      |\n    restart: always\n'),
    ).toEqual(expect.arrayContaining(['test', 'interval', 'start_period']));
    expect(
      labels('services:\n  web:\n    deploy:\n      resources:\n        limits:\n          me|'),
    ).toContain('memory');
    expect(labels('services:\n  web:\n    develop:\n      watch:\n        - |')).toEqual(
      expect.arrayContaining(['path', 'action']),
    );
    expect(labels('services:\n  web:\n    develop:\n      watch:\n      - path: src\n        |')).toContain(
      'action',
    );
  });

  it('does not offer a key twice, and none of another service', () => {
    const offered = labels(
      'services:\n  web:\n    image: nginx\n    |\n    restart: always\n  db:\n    user: a\n',
    );
    expect(offered).not.toContain('image');
    expect(offered).not.toContain('restart');
    expect(offered).toContain('user');
  });

  it('offers the allowed values', () => {
    expect(labels('services:\n  web:\n    develop:\n      watch:\n        - action: |')).toEqual([
      'rebuild',
      'sync',
      'restart',
      'sync+restart',
      'sync+exec',
    ]);
    expect(labels('services:\n  web:\n    read_only: |')).toEqual(['true', 'false']);
    expect(labels('services:\n  web:\n    restart: |')).toContain('unless-stopped');
    expect(labels('services:\n  web:\n    depends_on:\n      db:\n        condition: |')).toContain(
      'service_healthy',
    );
  });

  it('offers the names that the file declares', () => {
    const rest = '  db:\n    image: postgres\nvolumes:\n  data:\nsecrets:\n  key:\n    file: key.txt\n';
    expect(labels(`services:\n  web:\n    depends_on:\n      - |\n${rest}`)).toEqual(['db']);
    expect(labels(`services:\n  web:\n    secrets:\n      - |\n${rest}`)).toContain('key');
    expect(
      completeAt(...at(`services:\n  web:\n    volumes:\n      - |\n${rest}`)).find(
        ({ label }) => label === 'data',
      )?.insert,
    ).toBe('data:');
  });

  it('inserts what is to follow the key', () => {
    const items = completeAt(...at('services:\n  web:\n    |'));
    const insert = (name: string) => items.find(({ label }) => label === name)?.insert;
    expect(insert('image')).toBe('image: ');
    expect(insert('ports')).toBe('ports:\n      - ');
    expect(insert('healthcheck')).toBe('healthcheck:\n      ');
  });

  it('replaces what was typed, and says nothing in a comment', () => {
    expect(completeAt(...at('services:\n  web:\n    im|'))[0]?.range).toEqual({
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 7,
    });
    expect(labels('# ser|')).toEqual([]);
  });

  it('works on text that is not YAML yet', () => {
    expect(labels('services:\n  web:\n    image: "nginx\n    |')).toContain('ports');
  });
});

describe('hover', () => {
  it('says what a key is for, and what it takes', () => {
    const hover = hoverAt(...at('services:\n  web:\n    depends_|on:\n      - db\n'));
    expect(hover).toMatchObject({
      path: 'services.web.depends_on',
      range: { startLine: 3, startColumn: 5, endColumn: 15 },
    });
    expect(hover?.text).toContain('service_healthy');
    expect(hover?.accepts).toBe('a list, or a mapping');
  });

  it('finds keys in lists, and lists allowed values', () => {
    expect(
      hoverAt(
        ...at('services:\n  web:\n    develop:\n      watch:\n        - path: x\n          acti|on: sync\n'),
      )?.accepts,
    ).toContain('sync+exec');
  });

  it('has nothing to say about names and unknown keys', () => {
    expect(hoverAt(...at('services:\n  we|b:\n    image: x\n'))).toBeNull();
    expect(hoverAt(...at('services:\n  web:\n    im|gae: x\n'))).toBeNull();
    expect(hoverAt(...at('|\n'))).toBeNull();
  });
});
