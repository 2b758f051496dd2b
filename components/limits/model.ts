/*
 * A model of one host and three containers, for the lesson on limits. It keeps what matters for the lesson: CPU time
 * is shared by weight and capped by a quota, file cache is reclaimed before anything is killed, and the kernel kills
 * the largest process, within the container at its limit or anywhere when the host has nothing left. It knows no
 * swap, no disk and no time that passes within a second. Figures of the containers are invented.
 */

/** MB of memory, CPUs, and what the kernel and Docker themselves hold. */
export const HOST = { cpus: 2, memory: 4096, system: 300 } as const;
/** Seconds that are followed. */
export const DURATION = 30;
/** The quota's period in milliseconds: the kernel's default for `cpu.max`. */
export const PERIOD = 100;
/** MB that the thumbnailer leaks in a second. */
const LEAK = 130;

export type Name = 'web' | 'database' | 'thumbnails';

export interface Setup {
  /** Limit of the thumbnailer in CPUs; null is none. */
  cpus: number | null;
  /** Limit of its memory in MB; null is none. */
  memory: number | null;
  /** Whether the thumbnailer is one process, or a small parent with four workers that leak together. */
  workers: 1 | 4;
}

export interface Container {
  name: Name;
  state: 'running' | 'killed';
  /** Memory of its processes in MB, which cannot be taken back. */
  used: number;
  /** Files kept in memory, in MB, which the kernel drops when it needs room. */
  cache: number;
  /** CPUs that it gets and that it would use if it got all it wants. */
  cpu: { gets: number; wants: number };
}

export interface Happening {
  second: number;
  what: 'cache-reclaimed' | 'cache-gone' | 'container-killed' | 'worker-killed';
  container: Name;
  /** Whose memory ran out: the container's own limit or the whole host. */
  where: 'limit' | 'host';
  /** MB of the process that was killed. */
  size: number;
}

export interface Moment {
  second: number;
  containers: readonly Container[];
}

export interface Run {
  moments: readonly Moment[];
  happenings: readonly Happening[];
}

interface Sort {
  name: Name;
  wants: number;
  used: number;
  cache: number;
}

const START: readonly Sort[] = [
  { name: 'web', wants: 1, used: 350, cache: 150 },
  { name: 'database', wants: 0.8, used: 1200, cache: 900 },
  { name: 'thumbnails', wants: HOST.cpus, used: 150, cache: 200 },
];

/** What happens on the host in `DURATION` seconds while the thumbnailer leaks memory and loops on every core. */
export function simulate(setup: Setup): Run {
  const happenings: Happening[] = [];
  let containers: Container[] = START.map(({ name, wants, used, cache }) => ({
    name,
    state: 'running',
    used,
    cache,
    cpu: { gets: 0, wants },
  }));
  const moments: Moment[] = [];
  for (let second = 0; second <= DURATION; second++) {
    if (second > 0) containers = containers.map(leak);
    containers = withinLimit(containers, setup, second, happenings);
    containers = withinHost(containers, setup, second, happenings);
    containers = shareCpu(containers, setup.cpus);
    moments.push({ second, containers });
  }
  return { moments, happenings };
}

function leak(container: Container): Container {
  const isLeaking = container.name === 'thumbnails' && container.state === 'running';
  return isLeaking ? { ...container, used: container.used + LEAK } : container;
}

/** At the container's own limit: first its cache goes, then its largest process. */
function withinLimit(
  containers: readonly Container[],
  { memory, workers }: Setup,
  second: number,
  happenings: Happening[],
): Container[] {
  return containers.map((container) => {
    if (container.name !== 'thumbnails' || memory === null || container.state === 'killed') return container;
    let within = dropCache(container, container.used + container.cache - memory);
    note(happenings, container, within, second, 'limit');
    while (within.used > memory) within = kill(within, workers, second, 'limit', happenings);
    return within;
  });
}

/** When the host has nothing left: every container's cache shrinks alike, then the largest process of all goes. */
function withinHost(
  containers: readonly Container[],
  { workers }: Setup,
  second: number,
  happenings: Happening[],
): Container[] {
  const total = (list: readonly Container[]) =>
    HOST.system + list.reduce((sum, { used, cache }) => sum + used + cache, 0);
  const over = total(containers) - HOST.memory;
  if (over <= 0) return [...containers];
  const cached = containers.reduce((sum, { cache }) => sum + cache, 0);
  let left = containers.map((container) => {
    const share = cached === 0 ? 0 : (container.cache / cached) * Math.min(over, cached);
    const after = dropCache(container, share);
    note(happenings, container, after, second, 'host');
    return after;
  });
  while (total(left) > HOST.memory) {
    const victim = left.reduce((one, other) =>
      largestProcess(other, workers) > largestProcess(one, workers) ? other : one,
    );
    left = left.map((each) => (each === victim ? kill(each, workers, second, 'host', happenings) : each));
  }
  return left;
}

function dropCache(container: Container, bytes: number): Container {
  return bytes <= 0 ? container : { ...container, cache: Math.max(0, container.cache - bytes) };
}

/** Says once a container that its cache is being taken, and once that it is gone. */
function note(
  happenings: Happening[],
  before: Container,
  after: Container,
  second: number,
  where: 'limit' | 'host',
): void {
  if (after.cache >= before.cache) return;
  const what = after.cache < 1 ? 'cache-gone' : 'cache-reclaimed';
  const isKnown = happenings.some((each) => each.container === after.name && each.what === what);
  if (!isKnown) happenings.push({ second, what, container: after.name, where, size: 0 });
}

/** MB of the biggest process in a container. Parents of workers are too small to count. */
function largestProcess({ name, used }: Container, workers: 1 | 4): number {
  return name === 'thumbnails' ? used / workers : used;
}

/** A container ends with its only process; of several workers one ends, and its parent starts another. */
function kill(
  container: Container,
  workers: 1 | 4,
  second: number,
  where: 'limit' | 'host',
  happenings: Happening[],
): Container {
  const size = largestProcess(container, workers);
  const isWorker = container.name === 'thumbnails' && workers > 1;
  const what = isWorker ? 'worker-killed' : 'container-killed';
  happenings.push({ second, what, container: container.name, where, size });
  if (isWorker) return { ...container, used: container.used - size };
  return { ...container, state: 'killed', used: 0, cache: 0, cpu: { ...container.cpu, wants: 0 } };
}

/** Equal weights: nobody gets more than it wants, and what one leaves the others share. */
function shareCpu(containers: readonly Container[], limit: number | null): Container[] {
  const most = ({ name, cpu }: Container) =>
    name === 'thumbnails' && limit !== null ? Math.min(cpu.wants, limit) : cpu.wants;
  let left: number = HOST.cpus;
  const gets = new Map<Name, number>();
  const waiting = [...containers].sort((one, other) => most(one) - most(other));
  for (const [at, container] of waiting.entries()) {
    const share = Math.min(most(container), left / (waiting.length - at));
    gets.set(container.name, share);
    left -= share;
  }
  return containers.map((each) => ({ ...each, cpu: { ...each.cpu, gets: gets.get(each.name) ?? 0 } }));
}

/** How a CPU limit divides a period when every core is free: milliseconds that it runs, and that it waits. */
export function throttling(limit: number): { quota: number; runs: number; waits: number } {
  const quota = limit * PERIOD;
  const runs = Math.min(PERIOD, quota / HOST.cpus);
  return { quota, runs, waits: PERIOD - runs };
}

/** The run in one sentence. */
export function outcome({ moments, happenings }: Run): string {
  const killed = happenings.filter(({ what }) => what === 'container-killed');
  const workers = happenings.filter(({ what }) => what === 'worker-killed');
  const last = moments.at(-1)?.containers ?? [];
  const slow = (moments[0]?.containers ?? []).filter(
    ({ name, cpu }) => name !== 'thumbnails' && cpu.gets < cpu.wants - 0.01,
  );
  const squeezed = last.filter(({ name }) =>
    happenings.some(
      (each) => each.container === name && each.where === 'host' && each.what.startsWith('cache'),
    ),
  );
  const parts = [
    ...killed.map(({ container, second, where }) =>
      where === 'limit'
        ? `After ${second} seconds ${container} is killed at its own limit, exit code 137.`
        : `After ${second} seconds the host is out of memory, and the kernel kills ${container}, exit code 137.`,
    ),
    ...(workers.length > 0
      ? [
          `The kernel kills a worker of the thumbnailer ${times(workers.length)}; the container itself goes on.`,
        ]
      : []),
    slow.length > 0
      ? `${list(slow)} get less CPU than they want.`
      : 'The neighbours get all the CPU they want.',
    ...(squeezed.some(({ name }) => name !== 'thumbnails')
      ? ['The neighbours lose their file cache and read from disk.']
      : ['The neighbours keep their memory.']),
  ];
  return parts.join(' ');
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const list = (containers: readonly Container[]) => containers.map(({ name }) => name).join(' and ');
