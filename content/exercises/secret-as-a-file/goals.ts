import { noSecretInFile, usesSecret } from '@/checker/compose/goals.ts';
import { readsSecretFrom, secretComesFrom, setsNo } from '@/checker/compose/hardening-goals.ts';
import { all, type Goal, type GoalCheck, YES } from '@/checker/goals/index.ts';
import { onCompose } from '@/checker/goals/project.ts';

export const goals: readonly Goal[] = [
  {
    id: 'no-password-in-the-file',
    sentence: 'The password is not written into the Compose file.',
    hint: 'It stands there more than once, and once as part of a longer value.',
    why: 'The Compose file is in the repository, for everybody who can read it and in its history for ever.',
    check: all(onCompose(noSecretInFile()), saysNot('compose.yaml', 'not-a-real-password')),
  },
  {
    id: 'secret-declared',
    sentence: 'The secret database-password is declared, and comes from database-password.txt.',
    hint: 'A secret is declared once, at the top level of the file, beside services. Where does its value lie?',
    why: 'Only what is declared can be granted to a service.',
    check: onCompose(secretComesFrom('database-password', 'database-password.txt')),
  },
  {
    id: 'database-reads-the-file',
    sentence: 'The database is given the secret, and POSTGRES_PASSWORD_FILE alone says where it is.',
    hint: 'A secret that is declared reaches only services to which it is granted. At which path does it appear there? The image refuses to start with both a password and a file.',
    why: 'A value in the environment shows in docker inspect and in every child process; a file does not.',
    check: all(
      onCompose(usesSecret('database', 'database-password')),
      onCompose(readsSecretFrom('database', 'POSTGRES_PASSWORD_FILE', 'database-password')),
      onCompose(setsNo('database', 'POSTGRES_PASSWORD')),
    ),
  },
  {
    id: 'shop-reads-the-file',
    sentence: 'The shop is given the secret, and DATABASE_PASSWORD_FILE names the file in the container.',
    hint: 'Compare the value of the variable with the path at which the secret appears in this container.',
    why: 'A value in the environment shows in docker inspect and in every child process; a file does not.',
    check: all(
      onCompose(usesSecret('shop', 'database-password')),
      onCompose(readsSecretFrom('shop', 'DATABASE_PASSWORD_FILE', 'database-password')),
    ),
  },
];

/** Whatever it is called there, in a comment neither. */
function saysNot(file: string, secret: string): GoalCheck {
  return ({ project }) => {
    const entry = project.files.get(file);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const at = text.split('\n').findIndex((line) => line.includes(secret));
    if (at === -1) return YES;
    const range = { startLine: at + 1, startColumn: 1, endLine: at + 2, endColumn: 1 };
    return { is: 'no', because: 'The password stands in this line.', file, range };
  };
}
