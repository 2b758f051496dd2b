import type { ExerciseSetup } from '@/content/exercise-setup';
import { composeFilesOf } from '@/content/exercise-setup';
import type { Files } from './data';

/** How the files of an exercise are built or run on a machine with Docker, as its checker builds them on paper. */
export function commandsFor(id: string, files: Files, setup: ExerciseSetup = {}): string[] {
  const compose = composeFilesOf(Object.keys(files));
  const scripts = Object.keys(files).filter((path) => path.endsWith('.sh') && !path.includes('/'));
  if (compose.length > 0) {
    const named = compose.length > 1 ? compose.map((path) => ` -f ${path}`).join('') : '';
    return [`docker compose${named} up`];
  }
  if ('Dockerfile' in files || setup.dockerfile) return [buildCommand(id, setup), `docker run --rm ${id}`];
  return scripts.map((path) => `sh ${path}`);
}

function buildCommand(
  id: string,
  { dockerfile, target, buildArgs = {}, secrets = {} }: ExerciseSetup,
): string {
  const options = [
    `-t ${id}`,
    ...(dockerfile && dockerfile !== 'Dockerfile' ? [`-f ${dockerfile}`] : []),
    ...(target ? [`--target ${target}`] : []),
    ...Object.entries(buildArgs).map(([name, value]) => `--build-arg ${name}=${value}`),
    ...Object.keys(secrets).map(
      (name) => `--secret id=${name},env=${name.toUpperCase().replace(/\W/g, '_')}`,
    ),
  ];
  return `docker build ${options.join(' ')} .`;
}
