import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a program, of the project's own or of the system, with its output shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env - added to the environment.
 * @returns {Promise<void>} rejects when the program fails or does not exist.
 */
export function run(program, args = [], env = {}) {
  return new Promise((resolve, reject) => {
    const path = join(process.cwd(), 'node_modules', '.bin') + delimiter + process.env.PATH;
    const child = spawn(program, args, {
      stdio: 'inherit',
      // Windows finds npm and the like only through a shell.
      shell: process.platform === 'win32',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env, PATH: path },
    });
    child.on('error', () => reject(new Error(`${program} could not be started`)));
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`"${[program, ...args].join(' ')}" failed (exit code ${code})`)),
    );
  });
}
