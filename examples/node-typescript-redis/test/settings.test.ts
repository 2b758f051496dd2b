import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readSettings } from '../src/settings.ts';

function secretFile(t: TestContext, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'redis_password');
  writeFileSync(path, content);
  return path;
}

test('the defaults suit a laptop', () => {
  assert.deepEqual(readSettings({}), { port: 3000, redis: { host: 'localhost', port: 6379, password: undefined } });
});

test('the password is the content of its file, without the final newline', (t) => {
  assert.equal(readSettings({ REDIS_PASSWORD_FILE: secretFile(t, 's3cret\n') }).redis.password, 's3cret');
});

test('an empty or absent password file is an error, not an empty password', (t) => {
  assert.throws(() => readSettings({ REDIS_PASSWORD_FILE: secretFile(t, '\n') }), /REDIS_PASSWORD_FILE/);
  assert.throws(() => readSettings({ REDIS_PASSWORD_FILE: '/nowhere' }), /ENOENT/);
});

test('what is no port is refused by name', () => {
  for (const PORT of ['', 'http', '0', '70000', '3000 ']) assert.throws(() => readSettings({ PORT }), /PORT/);
});
