import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleChecker } from '@/scripts/lib/bundle-checker.mjs';

/* The command as users run it: a process of its own, in a folder of theirs. */

let home: string;
let folder: string;
let command: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'check-'));
  folder = join(home, 'work');
  command = join(home, 'check.mjs');
  mkdirSync(folder);
  await bundleChecker(command);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the command; nothing that it says may be the trace of a crash. */
function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  return { status, stdout, complaints: stderr.split('\n').filter((line) => line !== '') };
}

function write(path: string, content: string | Buffer): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return path;
}

const GOOD = 'FROM alpine:3.22\nUSER 1000\nCMD ["sleep", "1"]\n';
const REFUSED = 'FROM alpine:3.22\nRUNN true\n';

describe('the exit code', () => {
  it('is 0 where nothing is found, 1 where something is, as --fail-on says', () => {
    const good = write('good/Dockerfile', GOOD);
    const tagless = write('tagless/Dockerfile', 'FROM alpine:latest\nUSER 1000\nCMD ["sleep", "1"]\n');
    expect(run([good]).status).toBe(0);
    expect(run([write('refused/Dockerfile', REFUSED)]).status).toBe(1);
    expect(run([tagless]).status).toBe(0);
    expect(run(['--fail-on', 'warning', tagless]).status).toBe(1);
    expect(run(['--fail-on', 'none', 'refused/Dockerfile']).status).toBe(0);
  });

  it.each([
    [['--format', 'xml', 'x'], '--format is one of'],
    [['--fail-on', 'much', 'x'], '--fail-on is one of'],
    [['--loud', 'x'], "Unknown option '--loud'"],
    [['--build-arg', 'x', 'y'], '--build-arg takes NAME=VALUE'],
    [['--predict', 'x'], '--predict goes with --jsonl'],
    [['--jsonl', 'x'], '--jsonl reads standard input'],
    [[], 'name a file or a folder'],
  ])('is 2 for the wrong command line %j, with one line that says why', (args, why) => {
    const { status, stdout, complaints } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(complaints).toEqual([expect.stringContaining(why)]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a file that is missing', 'missing', 'missing does not exist; check its spelling'],
    ['a path through a file', 'good.dockerfile/x', 'good.dockerfile/x does not exist: a part of this path'],
    ['a folder without a Dockerfile', 'bare', 'bare holds no Dockerfile and no Compose file; if it is'],
    ['a folder called Dockerfile', 'named/Dockerfile', 'named/Dockerfile holds no Dockerfile'],
    ['a link to itself', 'loop', 'loop is a symbolic link that leads back to itself; let it'],
    ['binary data', 'binary.dockerfile', 'binary.dockerfile is binary, not a text that Docker could read'],
    ['UTF-16', 'wide.dockerfile', 'wide.dockerfile is UTF-16, which Docker cannot read; save it as UTF-8'],
    ['20 MB', 'huge.dockerfile', 'huge.dockerfile has 20.0 MiB; more than 1 MiB is not read'],
  ])('%s is said in one line, and the rest is still checked', (_, path, line) => {
    write('good.dockerfile', GOOD);
    write('bare/notes.txt', 'x');
    write('named/Dockerfile/x', 'x');
    write('binary.dockerfile', Buffer.from([0x46, 0, 1, 2]));
    write('wide.dockerfile', Buffer.from('\ufeffFROM alpine:3.22\n', 'utf16le'));
    rmSync(join(folder, 'loop'), { force: true });
    symlinkSync('loop', join(folder, 'loop'));
    if (path.startsWith('huge')) write(path, Buffer.alloc(20 * 1024 * 1024, 'RUN true\n'));
    const { status, stdout, complaints } = run([path, 'good.dockerfile']);
    expect(complaints).toEqual([expect.stringContaining(`check: ${line}`)]);
    expect(stdout).toBe('good.dockerfile: nothing to object to\n');
    expect(status).toBe(2);
  });

  it('inside a folder does not keep the others from being checked', () => {
    write('tree/a/Dockerfile', GOOD);
    write('tree/b/Dockerfile', Buffer.from([0, 1]));
    mkdirSync(join(folder, 'tree/c'), { recursive: true });
    symlinkSync('Dockerfile', join(folder, 'tree/c/Dockerfile'));
    symlinkSync('../a/Dockerfile', join(folder, 'tree/c/linked.dockerfile'));
    const { status, stdout, complaints } = run(['tree']);
    expect(complaints).toEqual([
      expect.stringContaining('tree/c/Dockerfile is a symbolic link'),
      expect.stringContaining('tree/b/Dockerfile is binary'),
    ]);
    expect(stdout).toBe(
      'tree/a/Dockerfile: nothing to object to\ntree/c/linked.dockerfile: nothing to object to\n',
    );
    expect(status).toBe(2);
  });

  it('is said of a configuration and of a context too', () => {
    const good = write('good.dockerfile', GOOD);
    expect(run(['--config', 'none.yaml', good])).toMatchObject({ status: 2, stdout: '' });
    const { complaints } = run(['--config', write('bad.yaml', 'ignoredd: []\n'), good]);
    expect(complaints).toEqual(['check: bad.yaml: "ignoredd" is not a setting of .hadolint.yaml.']);
    expect(run(['--context', good, good]).complaints).toEqual([
      'check: good.dockerfile is not a folder; --context needs one',
    ]);
  });
});

describe('odd files', () => {
  it('are read as BuildKit reads them: a byte order mark, line breaks of Windows, Latin-1 in a comment', () => {
    const path = write(
      'odd.dockerfile',
      Buffer.concat([
        Buffer.from('\ufeff# caf'),
        Buffer.from([0xe9]),
        Buffer.from(`\r\n${GOOD.replaceAll('\n', '\r\n')}`),
      ]),
    );
    expect(run([path])).toMatchObject({ status: 0, complaints: [] });
  });

  it.each([
    ['empty.dockerfile', '', 'the Dockerfile cannot be empty'],
    ['comment.dockerfile', '# nothing\n', 'file with no instructions'],
  ])('%s is refused in BuildKit’s words', (path, text, words) => {
    const { status, stdout } = run([write(path, text)]);
    expect(status).toBe(1);
    expect(stdout).toContain(words);
  });

  it('are checked by the thousand', () => {
    for (let i = 0; i < 3000; i++) write(`many/${i % 50}/${i}.dockerfile`, i === 1234 ? REFUSED : GOOD);
    const { status, stdout } = run(['many']);
    expect(status).toBe(1);
    expect(new Set(stdout.match(/^[^:]+/gm)).size).toBe(3000);
    expect(stdout).toContain('many/34/1234.dockerfile:2:1 error');
  });
});

describe('--jsonl', () => {
  it('answers every line in order, and says on the error output which it could not use', () => {
    const lines = [
      '{"id":1,"dockerfile":"FROM a"}',
      'x',
      '',
      '{"id":2}',
      '{"id":3,"compose":"a: [", "dockerfile":1}',
    ];
    const { status, stdout, complaints } = run(['--jsonl'], `${lines.join('\n')}\n`);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: string; refused?: string | null });
    expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
      [1, false],
      [null, true],
      [null, true],
      [3, false],
    ]);
    expect(complaints).toEqual([
      expect.stringMatching(/^check: standard input, line 2: .*JSON/),
      expect.stringContaining('check: standard input, line 4: "dockerfile" or "compose" is missing'),
    ]);
    expect(status).toBe(0);
  });
});

describe('Compose files', () => {
  it('are known by their ending when named by themselves', () => {
    const stack = write('stack/stack.yml', 'services:\n  web:\n    imgae: nginx:1.27\n');
    const { status, stdout } = run([stack]);
    expect(status).toBe(1);
    expect(stdout).toContain('stack/stack.yml:3:5 error Compose knows no key `imgae`');
  });

  it('that override another are laid upon it, and only what they say is reported', () => {
    write(
      'layered/compose.yaml',
      'services:\n  web: {image: "nginx:1.27", privileged: true}\nnetworks: {back: }\n',
    );
    const override = write(
      'layered/compose.override.yaml',
      'services:\n  web:\n    networks: [back]\n    depends_on: [db]\n',
    );
    const { stdout } = run([override]);
    expect(stdout).toContain('`db`');
    expect(stdout).not.toContain('back');
    expect(stdout).not.toContain('privileged');
  });
});
