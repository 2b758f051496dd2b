import { readProject } from '../read-project.ts';
import type { Project } from '../types.ts';
import { buildOf } from './build.ts';
import type { Known } from './types.ts';

/** Who there is at the end of a stage, as plain data; fit for `postMessage`. */
export interface StageAccounts {
  /** Lines of the stage, 1-based, last one included. */
  startLine: number;
  endLine: number;
  /** Those that a step of the stage made come first. */
  users: readonly { name: string; uid: Known<number>; own: boolean }[];
  groups: readonly { name: string; gid: Known<number>; own: boolean }[];
}

/** The accounts of every stage of a project's Dockerfile. */
export function accountsView(project: Project): StageAccounts[] {
  const { stages } = buildOf(readProject(project), project);
  return stages.map(({ from, start, end, steps }) => ({
    startLine: from.startLine,
    endLine: steps.at(-1)?.instruction.range.endLine ?? from.range.endLine,
    users: ownFirst(
      [...end.accounts.users].map(([name, { uid }]) => ({ name, uid, own: !start.accounts.users.has(name) })),
    ),
    groups: ownFirst(
      [...end.accounts.groups].map(([name, gid]) => ({ name, gid, own: !start.accounts.groups.has(name) })),
    ),
  }));
}

const ownFirst = <Account extends { own: boolean }>(accounts: Account[]) => [
  ...accounts.filter(({ own }) => own),
  ...accounts.filter(({ own }) => !own),
];
