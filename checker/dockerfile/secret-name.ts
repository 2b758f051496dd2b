/**
 * The names in which BuildKit suspects a secret. Values are no help: in a Dockerfile they are placeholders, and
 * the real one comes with `--build-arg`.
 * https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/
 */

const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** Whether one of the suspicious words stands in the name, at either end or between underscores. */
export function hasSecretWord(name: string): boolean {
  return SECRET.test(name);
}

/** Whether BuildKit warns about a variable of this name. */
export function isSecretName(name: string): boolean {
  return hasSecretWord(name) && !HARMLESS.test(name);
}
