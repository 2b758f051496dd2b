import type { Role } from './model.ts';

/**
 * What a file is for, as its name says: `compose.prod.yaml`, `docker-compose.dev.yml`. The override file that
 * Compose picks up by itself is for development, as Docker's own guide has it.
 * https://docs.docker.com/compose/how-tos/production/
 */
export function roleOfPath(path: string): Role {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const words = name.split(/[._-]/);
  if (words.some((word) => ['prod', 'production', 'live', 'release', 'deploy'].includes(word)))
    return 'production';
  if (words.some((word) => ['dev', 'development', 'local', 'debug', 'override'].includes(word)))
    return 'development';
  return 'unknown';
}

/** What several files in merge order are for: the last one that says so decides. */
export function roleOfPaths(paths: readonly string[]): Role {
  return paths.map(roleOfPath).findLast((role) => role !== 'unknown') ?? 'unknown';
}

/** What a service is for that only starts with one of these profiles. */
export function roleOfProfiles(profiles: readonly string[]): Role {
  const roles = new Set(profiles.map((profile) => roleOfPath(profile)));
  if (profiles.some((profile) => /^(tools?|test(s|ing)?|ci)$/i.test(profile))) return 'development';
  return roles.size === 1 ? ([...roles][0] as Role) : 'unknown';
}
