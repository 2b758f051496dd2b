import { readFileSync } from 'node:fs';

export interface RedisSettings {
  host: string;
  port: number;
  password: string | undefined;
}

export interface Settings {
  port: number;
  redis: RedisSettings;
}

/**
 * Settings from the environment. The password comes from the file that REDIS_PASSWORD_FILE names: an environment
 * variable would be shown by `docker inspect`. Throws an Error that names the setting which is wrong.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: port(env, 'PORT', 3000),
    redis: {
      host: env.REDIS_HOST || 'localhost',
      port: port(env, 'REDIS_PORT', 6379),
      password: secret(env, 'REDIS_PASSWORD_FILE'),
    },
  };
}

function port(env: Readonly<Record<string, string | undefined>>, name: string, fallback: number): number {
  const text = env[name] ?? String(fallback);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65535) throw new Error(`${name} is "${text}", which is no port.`);
  return value;
}

function secret(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const path = env[name];
  if (!path) return undefined;
  // Editors and `echo` end a file with a newline that is not part of the password.
  const text = readFileSync(path, 'utf8').replace(/[\r\n]+$/, '');
  if (!text) throw new Error(`The file that ${name} names, ${path}, is empty.`);
  return text;
}
