import { hasSecretWord } from '../dockerfile/secret-name.ts';

/** What other tools than BuildKit say about the names of variables. */

/** Names that hadolint lists, beyond those that its word list finds. */
const LISTED = new Set(
  'APPLICATION_KEY AWS_ACCESS_KEY_ID CI_DEPLOY_USER DOCKER_EMAIL FACEBOOK_APP_ID HEROKU_API_USER OKTA_AUTHN_GROUPID OKTA_CLIENT_ORGURL OKTA_OAUTH2_CLIENTID STRIPE_DEVICE_NAME TRAVIS_OS_NAME TRAVIS_SECURE_ENV_VARS TRAVIS_SUDO'.split(
    ' ',
  ),
);

/** hadolint's view: a suspicious word anywhere in the name, or a name on its list. */
export function hadolintSuspects(name: string): boolean {
  return (
    /api_key|client_key|password|private|secret|token|username/i.test(name) || LISTED.has(name.toUpperCase())
  );
}

/** Variables of well-known tools that hold the path of a file with credentials. */
export const CREDENTIAL_FILES = new Set([
  'AWS_CONFIG_FILE',
  'HF_TOKEN_PATH',
  'GOOGLE_APPLICATION_CREDENTIALS',
]);

/** Trivy's view: BuildKit's words and two more, with fewer exceptions, and the identifiers of cloud accounts. */
export function trivySuspects(name: string): boolean {
  if (CREDENTIAL_FILES.has(name)) return false;
  if (/^(VITE_|REACT_APP_)?(AWS_ACCESS_KEY_ID|AZURE_CLIENT_ID)$/.test(name)) return true;
  return (
    (hasSecretWord(name) || /(?:_|^)(?:usr|psw)(?:_|$)/i.test(name)) && !/(?:_|^)public(?:_|$)/i.test(name)
  );
}
