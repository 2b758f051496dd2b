import type { Dockerfile, UserInstruction } from '../dockerfile/types.ts';
import { finalGroup, rangeOf, stageGroups, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** Whether USER names root, by name or by number, with or without a group. */
export function isRoot(user: string): boolean {
  return /^(root|0)(:.*)?$/.test(unquote(user));
}

export interface RootStage {
  user: UserInstruction;
  /** The image that is built runs as this user. */
  final: boolean;
  /** No USER stands below it in the file. */
  last: boolean;
}

/** The stages whose last USER is root. */
export function rootStages(dockerfile: Dockerfile, target?: string): RootStage[] {
  const groups = stageGroups(dockerfile).filter((group) => group.from);
  const users = groups.map((group) =>
    group.placed.flatMap(({ instruction, onbuild }) =>
      instruction.name === 'user' && !onbuild ? [instruction] : [],
    ),
  );
  // The stage that is built takes its user from the nearest stage below it that sets one.
  const final = finalGroup(dockerfile, target)?.from;
  let deciding = groups.findIndex(({ from }) => from === final);
  for (let left = groups.length; left > 0 && users[deciding]?.length === 0; left--) {
    const base = groups[deciding]?.stage?.base;
    deciding = base?.kind === 'stage' ? base.stage : -1;
  }
  const last = users.flat().at(-1);
  return users.flatMap((list, index) => {
    const user = list.at(-1);
    if (!user || !isRoot(user.user.text)) return [];
    return [{ user, final: index === deciding, last: user === last }];
  });
}

/** The twins that agree about this stage. */
export function rootRefs({ last }: RootStage): string[] {
  return last ? ['hadolint:DL3002', 'trivy:DS-0002'] : ['hadolint:DL3002'];
}

export const rootUserPage: RulePage = {
  title: 'End on a user other than root',
  why: 'Whoever breaks into the application has the rights of its user. As root that is every file of the image, the means to install tools, and a shorter way out of the container.',
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
};

export const rootUser: Rule = {
  name: 'root-user',
  severity: 'warning',
  refs: ['hadolint:DL3002', 'trivy:DS-0002'],
  set: 'default',
  *check({ dockerfile, project }) {
    for (const stage of rootStages(dockerfile, project.target)) {
      if (!stage.final) continue;
      yield {
        range: rangeOf(stage.user, stage.user.user),
        message:
          'The container starts as root, so a break-in owns everything in it. After the steps that need root, switch to a user without special rights.',
        refs: rootRefs(stage),
      };
    }
  },
};
