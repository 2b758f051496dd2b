/** What stands between an app and the host's kernel. */
export type Machine = 'ordinary' | 'smallest';
export type App = 'shop' | 'reports';

export const apps: readonly App[] = ['shop', 'reports'];

export interface FigureSource {
  title: string;
  url: string;
}

/** Where each figure stands; read in November 2026. */
export const figureSources = {
  multipass: {
    title: 'Multipass, launch: what an instance gets unless you say otherwise',
    url: 'https://canonical.com/multipass/docs/launch-command',
  },
  firecracker: {
    title: 'Firecracker, specification: promises that its own tests hold',
    url: 'https://github.com/firecracker-microvm/firecracker/blob/main/SPECIFICATION.md',
  },
  docker: {
    title: 'Docker, resource constraints: a container has none unless you set some',
    url: 'https://docs.docker.com/engine/containers/resource_constraints/',
  },
  python: {
    title: 'Official Python image 3.12-slim, unpacked, 64-bit Intel, August 2026',
    url: 'https://github.com/docker-library/repo-info/tree/master/repos/python/local',
  },
  youki: {
    title:
      'youki, benchmark of 2024 with runc 1.1.7 and crun 1.15: create, start and remove, disk caches emptied',
    url: 'https://github.com/youki-dev/youki#-motivation',
  },
} as const satisfies Record<string, FigureSource>;

export type SourceId = keyof typeof figureSources;

/** One cell of the comparison. */
export interface Figure {
  text: string;
  /** What the figure does not say by itself. */
  note?: string;
  source?: SourceId;
}

export interface Comparison {
  measure: string;
  machines: Figure;
  containers: Figure;
}

const nothing: Figure = { text: 'nothing runs' };

/** What so many running apps take, as virtual machines and as containers of one image. */
export function compare(machine: Machine, running: number): readonly Comparison[] {
  return [
    {
      measure: 'Kernels that run',
      machines: { text: String(1 + running), note: 'the host’s, and one in each machine' },
      containers: { text: '1', note: 'the host’s, for all of them' },
    },
    {
      measure: 'Memory promised at the start',
      machines: running === 0 ? nothing : memory[machine](running),
      containers:
        running === 0
          ? nothing
          : {
              text: 'none',
              note: 'each takes what its processes use, up to its limit if it has one',
              source: 'docker',
            },
    },
    {
      measure: 'Space on disk',
      machines: running === 0 ? nothing : disk[machine](running),
      containers:
        running === 0
          ? nothing
          : {
              text: '119 MB',
              note: `${running === 1 ? '' : 'once for both: '}an image is shared, and each container keeps only what it writes`,
              source: 'python',
            },
    },
    {
      measure: 'Time until the app may start',
      machines: running === 0 ? nothing : start[machine],
      containers:
        running === 0
          ? nothing
          : { text: '0.05 to 0.22 s each', note: 'crun and runc, removal included', source: 'youki' },
    },
  ];
}

const memory: Readonly<Record<Machine, (running: number) => Figure>> = {
  ordinary: (running) => ({
    text: `${running} GiB`,
    note: `${each(running, '1 GiB')}, which the host hands over page by page as the guest touches it`,
    source: 'multipass',
  }),
  smallest: (running) => ({
    text: `up to ${running * (128 + 5)} MiB`,
    note: each(running, '128 MiB for the guest, up to 5 MiB for its monitor'),
    source: 'firecracker',
  }),
};

const disk: Readonly<Record<Machine, (running: number) => Figure>> = {
  ordinary: (running) => ({
    text: `up to ${running * 5} GiB`,
    note: each(running, 'a disk of 5 GiB that fills as it is used'),
    source: 'multipass',
  }),
  smallest: () => ({ text: 'no figure', note: 'you bring a kernel and a disk image of your own' }),
};

const start: Readonly<Record<Machine, Figure>> = {
  ordinary: {
    text: 'no figure',
    note: 'firmware, boot loader, kernel and services come first; systemd-analyze tells it of yours',
  },
  smallest: {
    text: 'up to 0.125 s each',
    note: 'until its first program, with a minimal kernel',
    source: 'firecracker',
  },
};

const each = (running: number, what: string) => (running === 1 ? what : `each: ${what}`);
