import type { Picture, PictureService } from '@/checker/compose/picture.ts';

const conditions = {
  service_started: 'has started',
  service_healthy: 'is healthy',
  service_completed_successfully: 'has ended without an error',
  unknown: 'is as a variable says',
};

/** What the drawing says of a service, in words, one sentence a fact. */
export function sentencesOf(service: PictureService, { dependencies }: Picture): string[] {
  const waits = dependencies
    .filter(({ from }) => from === service.name)
    .map(({ to, condition }) => `until ${to} ${conditions[condition]}`);
  return [
    runsSentence(service),
    ...service.ports.map(
      ({ host, container, everywhere }) =>
        `Publishes ${container} as ${host}${everywhere ? ', on every interface of the host' : ''}.`,
    ),
    ...(waits.length > 0 ? [`Waits ${list(waits)}.`] : []),
    ...service.mounts.map(mountSentence),
    ...networkSentences(service.networks),
    service.hasHealthcheck ? 'Its file declares a health check.' : 'Its file declares no health check.',
    ...(service.profiles.length > 0 ? [`Starts only with the profile ${list(service.profiles)}.`] : []),
  ];
}

function runsSentence({ runs }: PictureService): string {
  if (!runs) return 'Has neither an image nor a build.';
  if (runs.kind === 'build') {
    const where = runs.what === '.' ? 'the folder of the project' : runs.what;
    const stage = runs.stage === undefined ? '' : `, stage ${runs.stage}`;
    return `Is built${where === undefined ? '' : ` from ${where}`}${stage}.`;
  }
  return runs.what === undefined ? 'Runs an image that a variable names.' : `Runs ${runs.what}.`;
}

/** The default network is not worth a word. */
function networkSentences(networks: readonly string[]): string[] {
  const said = networks.join() === 'default' ? [] : networks;
  return said.length > 0 ? [`On the network${said.length > 1 ? 's' : ''} ${list(said)}.`] : [];
}

function mountSentence({ kind, source, target, readOnly }: PictureService['mounts'][number]): string {
  const what = {
    volume: source === undefined ? 'an anonymous volume' : `the volume ${source}`,
    bind: `${source ?? 'a path'} of the host`,
    tmpfs: 'a file system in memory',
    other: source ?? 'something',
  }[kind];
  return `Mounts ${what} at ${target ?? 'a path by a variable'}${readOnly ? ', read-only' : ''}.`;
}

const list = (parts: readonly string[]): string => new Intl.ListFormat('en').format(parts);
