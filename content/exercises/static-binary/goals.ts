import {
  all,
  any,
  basedOn,
  contains,
  type Goal,
  hasNoProgram,
  healthy,
  imageSmallerThan,
  no,
  onImage,
  receivesSignals,
  runsAs,
  starts,
  YES,
} from '@/checker/goals/index.ts';
import { lastOf } from '@/checker/goals/verdict.ts';
import { containerProcess } from '@/checker/image/runtime/process.ts';
import { WHY } from '@/content/why.ts';

/** `rates healthcheck` ends at once: it is no service. */
const startsTheService = onImage((image) => {
  const process = containerProcess(image.end);
  return process?.argv.includes('healthcheck')
    ? no(
        'The container asks itself whether it is well, and ends. Nothing answers.',
        process.range ?? undefined,
      )
    : YES;
});

/** The whole folder, or one above it, taken from an image that has certificates. */
const copiesCertificates = onImage((image) =>
  image.steps.some(({ copied }) =>
    copied.some(
      ({ source, destination }) =>
        source !== null && source === destination && /^\/etc(\/ssl(\/certs)?)?$/.test(source),
    ),
  )
    ? YES
    : no('Nothing brings the certificates of the authorities to /etc/ssl/certs.', lastOf(image, 'copy')),
);

/** Without its argument the program would be the service a second time, and fail for want of the port. */
const asksItself = onImage((image) => {
  const { healthcheck } = image.end.config;
  if (!healthcheck || healthcheck === 'none') return YES;
  const words = healthcheck.command.argv.join(' ');
  return /\bhealthcheck\b/.test(words) || /:8080\b/.test(words)
    ? YES
    : no(
        'The health check starts the program as a service, for a second time.',
        lastOf(image, 'healthcheck'),
      );
});

export const goals: readonly Goal[] = [
  {
    id: 'starts',
    sentence: 'The image builds, and the program starts in it.',
    hint: 'Three things must fit together: where the builder puts the program, what the last stage copies, and what it starts. And a program that was linked to a C library needs one.',
    why: 'A program that is not where the image looks for it, or lacks a library, does not start.',
    check: all(starts(), receivesSignals(), startsTheService),
  },
  {
    id: 'small',
    sentence: 'The image is smaller than 30 MB and has no shell and no compiler.',
    hint: 'Look at the last FROM: everything that its image holds is in yours.',
    why: WHY.noDevDependencies,
    check: all(imageSmallerThan(30), hasNoProgram('sh', 'go', 'gcc')),
  },
  {
    id: 'not-root',
    sentence: 'The program does not run as root.',
    hint: 'An image without /etc/passwd knows no names. Some small images come with a tag that sets the user for you.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'trusts',
    sentence: 'The program can check the certificate of the service that it asks.',
    hint: 'Go reads the certificates of the authorities from /etc/ssl/certs. Which image of your file has them, and do they reach the last one?',
    why: 'Without the certificates of the authorities no HTTPS request succeeds, and the error speaks of an unknown authority.',
    check: any(
      contains('/etc/ssl/certs/ca-certificates.crt'),
      basedOn(/^gcr\.io\/distroless\//),
      copiesCertificates,
    ),
  },
  {
    id: 'health-checked',
    sentence: 'A health check calls the program itself, without a shell.',
    hint: 'The shell form of HEALTHCHECK needs /bin/sh. Read in main.go what the program does when it is called with one argument.',
    why: 'An image without a shell cannot run a check that needs one: the container would count as unhealthy for ever.',
    check: all(healthy(), asksItself),
  },
];
