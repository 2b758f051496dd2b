import { parseDockerfile } from '../dockerfile/parse.ts';
import type { GoalCheck } from './goal.ts';

/** The same question of the image that `docker build --build-arg` makes with other values. */
export function builtWith(buildArgs: Readonly<Record<string, string>>, check: GoalCheck): GoalCheck {
  return (facts) => {
    const path = facts.project.dockerfile ?? 'Dockerfile';
    const entry = facts.project.files.get(path);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const dockerfile = parseDockerfile(text, { path, buildArgs });
    const project = { ...facts.project, buildArgs };
    return check({ ...facts, project, dockerfile, refusal: dockerfile.refusal });
  };
}
