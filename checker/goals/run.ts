import { resolvePath } from '../image/paths.ts';
import { isReachable, listeningOf } from '../image/runtime/listening.ts';
import { containerProcess } from '../image/runtime/process.ts';
import { startVerdict } from '../image/runtime/start.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** The build succeeds, as far as can be foreseen. */
export function builds(): GoalCheck {
  return onImage((_image, build) =>
    build.failure
      ? no(`The build fails: ${build.failure.message}${detail(build.failure.output)}`, build.failure.range)
      : YES,
  );
}

function detail(output: string | undefined): string {
  return output === undefined ? '' : ` (${output.split('\n')[0]})`;
}

/** The build succeeds and the container starts what it is told to: user, program and file are there. */
export function starts(): GoalCheck {
  return onImage((image, build, { dockerfile }) => {
    if (build.failure)
      return no(
        `The build fails: ${build.failure.message}${detail(build.failure.output)}`,
        build.failure.range,
      );
    return startVerdict(dockerfile, image);
  });
}

/** The application finds this file by a path that is relative to the directory in which it is started. */
export function finds(path: string): GoalCheck {
  return onImage((image, _build, { dockerfile }) => {
    const { files, config } = image.end;
    const cd = containerProcess(dockerfile, image.end)?.cd;
    const start = config.workdir === undefined ? undefined : resolvePath(config.workdir, cd ?? '.');
    if (start === undefined) return unknown('in which directory the application starts is not known');
    const found = files.lookup(resolvePath(start, path));
    if (found.is === 'present') return YES;
    const range = lastOf(image, 'workdir', 'copy', 'add');
    return found.is === 'absent'
      ? no(`The application starts in ${start}, and there is no ${found.path}.`, range)
      : unknown(`whether the image has ${found.path} is not known`, range);
  });
}

/** SIGTERM of `docker stop` reaches the application: it is process 1, or an init in front of it passes signals on. */
export function receivesSignals(): GoalCheck {
  return onImage((image, _build, { dockerfile }) => {
    const process = containerProcess(dockerfile, image.end);
    const range = process?.range ?? lastOf(image, 'cmd', 'entrypoint');
    if (process === undefined) return unknown('what the base image starts is not known', range);
    if (process === null) return no('The image starts nothing.', range);
    if (process.pid1 === 'shell')
      return no(
        'A shell is process 1 and stands between docker stop and the application. Use the exec form, or hand over with exec.',
        range,
      );
    if (process.pid1 === 'unknown') return unknown('what the start script does is not known', range);
    const program = process.argv[0]?.replace(/^.*\//, '');
    if (
      program !== undefined &&
      ['npm', 'yarn', 'pnpm', 'npx'].includes(program) &&
      process.pid1 !== 'init'
    ) {
      return no(
        `${program} is process 1 and starts the application through a shell of its own. Start the application itself.`,
        range,
      );
    }
    return YES;
  });
}

/** The application listens on this port, and on an address that other containers and the host reach. */
export function listensOn(port: number): GoalCheck {
  return onImage((image, _build, { dockerfile }) => {
    const listening = listeningOf(dockerfile, image.end);
    const range = lastOf(image, 'cmd', 'entrypoint');
    if (isReachable(listening.host) === false)
      return no(
        `The application listens on ${listening.host}, which only the container itself reaches. Let it listen on 0.0.0.0.`,
        range,
      );
    if (listening.port === undefined || listening.host === undefined)
      return unknown('where the application listens is not known', range);
    return listening.port === port
      ? YES
      : no(`The application listens on port ${listening.port}, not ${port}.`, range);
  });
}

/** EXPOSE documents this port. */
export function exposes(port: number): GoalCheck {
  return onImage((image) => {
    const { ports } = image.end.config;
    if (ports.some((entry) => entry.port === port)) return YES;
    const range = lastOf(image, 'expose', 'cmd');
    return no(
      ports.length === 0
        ? `No EXPOSE names port ${port}.`
        : `EXPOSE names ${ports.map((entry) => entry.port).join(', ')}, not ${port}.`,
      range,
    );
  });
}
