import type { Variable } from '../model.ts';

/** Names whose value is a secret. */
const secretName =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|SECRET_?KEY|ACCESS_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|CREDENTIALS?|SECRET_KEY_BASE)$/i;

/** Names that end like a secret and are none. */
const harmlessName =
  /(^|_)(ALLOW|ENABLE|DISABLE|REQUIRE|USE|RANDOM|EMPTY|MIN|MAX|PUBLIC|HAS|IS)_|_PUBLIC_KEY$|^(OLD)?PWD$/i;

/** Shapes of well-known credentials, whatever the variable is called. */
const secretShapes: readonly RegExp[] = [
  /^(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})$/,
  /^glpat-[\w-]{20,}$/,
  /^npm_[A-Za-z0-9]{36}$/,
  /^(?:AKIA|ASIA)[A-Z0-9]{16}$/,
  /^sk-[A-Za-z0-9_-]{20,}$/,
  /^(?:sk|rk)_live_[A-Za-z0-9]{16,}$/,
  /^xox[abprs]-[A-Za-z0-9-]{10,}$/,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
];

/** `scheme://user:password@host`. */
const passwordInUrl = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s:/@]+)@/i;

/** Whether a variable's value is a secret that stands in the file itself. */
export function holdsSecret({ name, value, literal }: Variable): boolean {
  if (!literal || typeof value !== 'string' || value === '') return false;
  if (secretShapes.some((shape) => shape.test(value))) return true;
  const inUrl = passwordInUrl.exec(value)?.[1];
  if (inUrl !== undefined) return true;
  if (!secretName.test(name) || harmlessName.test(name)) return false;
  // A path to a file or a switch is no secret.
  return !/^(\/|\.\/)|^(true|false|yes|no|on|off|none|null)$/i.test(value);
}
