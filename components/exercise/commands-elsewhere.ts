import type { ExerciseSetup } from '@/content/exercise-setup';
import { composeFilesOf } from '@/content/exercise-setup';
import type { Files } from './data';

/** The one file that Compose finds by itself. */
const usual = /^(docker-)?compose\.ya?ml$/;

/**
 * How the files of an exercise are built or run on a machine with Docker, as its checker builds them on paper.
 *
 * @param editable - paths that the learner may edit; Compose files among them are merged in this order.
 */
export function commandsFor(
  id: string,
  files: Files,
  editable: readonly string[],
  setup: ExerciseSetup = {},
): string[] {
  const compose = setup.compose ?? composeFilesOf(editable);
  const scripts = Object.keys(files).filter((path) => path.endsWith('.sh') && !path.includes('/'));
  if (compose.length > 0) {
    const found = compose.length === 1 && usual.test(compose[0] ?? '');
    const named = found ? '' : compose.map((path) => ` -f ${path}`).join('');
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
