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
  return onImage((image, build) => {
    if (build.failure)
      return no(
        `The build fails: ${build.failure.message}${detail(build.failure.output)}`,
        build.failure.range,
      );
    return startVerdict(image);
  });
}

/** The application finds this file by a path that is relative to the directory in which it is started. */
export function finds(path: string): GoalCheck {
  return onImage((image) => {
    const { files, config } = image.end;
    const cd = containerProcess(image.end)?.cd;
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

/**
 * The signal of `docker stop` reaches the application for certain, whatever shell the image has: it is process 1,
 * or what stands in front of it passes signals on and waits.
 */
export function receivesSignals(): GoalCheck {
  return onImage((image) => {
    const process = containerProcess(image.end);
    const range = process?.range ?? lastOf(image, 'cmd', 'entrypoint');
    if (process === undefined) return unknown('what the base image starts is not known', range);
    if (process === null) return no('The image starts nothing.', range);
    switch (process.pid1) {
      case 'shell':
        return no(
          process.chain.some(({ kind, stays }) => kind === 'shell' && stays === false)
            ? 'A shell starts the application and may or may not step aside for it. Use the exec form, or hand over with exec.'
            : 'A shell stands between docker stop and the application, and keeps the signal to itself. Use the exec form, or hand over with exec.',
          range,
        );
      case 'runner': {
        const runner = process.chain.find(({ kind }) => kind === 'runner')?.argv[0]?.replace(/^.*\//, '');
        return no(
          `${runner} stands in front and starts the application through a shell of its own. Start the application itself.`,
          range,
        );
      }
      case 'unknown':
        return unknown('what the start script does is not known', range);
      default:
        return YES;
    }
  });
}

/** The application listens on this port, and on an address that other containers and the host reach. */
export function listensOn(port: number): GoalCheck {
  return onImage((image) => {
    const listening = listeningOf(image.end);
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
