import { projectFacts } from '../compose/check.ts';
import type { ComposeCheck } from '../compose/goals.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { GoalCheck } from './goal.ts';

/**
 * A question about Compose files of the project.
 * @param files - merged in this order; those that the project names when left out.
 */
export function onCompose(check: ComposeCheck, ...files: readonly string[]): GoalCheck {
  return ({ project }) => {
    const compose = files.length > 0 ? files : project.compose;
    return check(projectFacts({ ...project, compose }));
  };
}

/**
 * A question about another image of the project: of another Dockerfile, of another folder, or of another stage.
 * @param at - `context` is the folder that is sent to the builder, `dockerfile` a path within it.
 */
export function onImageOf(
  at: { context?: string; dockerfile?: string; target?: string },
  check: GoalCheck,
): GoalCheck {
  return (facts) => {
    const folder = at.context ? `${at.context}/` : '';
    const path = at.dockerfile ?? 'Dockerfile';
    const files = new Map(
      [...facts.project.files].flatMap(([name, entry]) =>
        name.startsWith(folder) ? [[name.slice(folder.length), entry] as const] : [],
      ),
    );
    const entry = files.get(path);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const file = `${folder}${path}`;
    if (text.trim() === '') return { is: 'no', because: `${file} is empty.`, file };
    const { buildArgs } = facts.project;
    const dockerfile = parseDockerfile(text, { path, ...(buildArgs && { buildArgs }) });
    const project = { ...facts.project, files, dockerfile: path, target: at.target };
    const verdict = check({ ...facts, project, dockerfile, refusal: dockerfile.refusal });
    return verdict.is === 'yes' ? verdict : { ...verdict, file };
  };
}
