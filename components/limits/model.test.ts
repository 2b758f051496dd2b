import { describe, expect, it } from 'vitest';
import { type Container, HOST, type Name, outcome, type Setup, simulate, throttling } from './model';

const free: Setup = { cpus: null, memory: null, workers: 4 };
const at = (setup: Setup, second: number, name: Name): Container =>
  simulate(setup).moments[second]?.containers.find((each) => each.name === name) as Container;
const kills = (setup: Setup) => simulate(setup).happenings.filter(({ what }) => what.endsWith('killed'));

const setups: Setup[] = ([null, 0.1, 0.25, 0.5, 1, 2] as const).flatMap((cpus) =>
  ([null, 256, 512, 1024, 2048, 3072] as const).flatMap((memory) =>
    ([1, 4] as const).map((workers) => ({ cpus, memory, workers })),
  ),
);

describe.each(setups)('with $cpus CPUs, $memory MB and $workers processes', (setup) => {
  const { moments } = simulate(setup);

  it('nobody uses more than there is, or than its limit', () => {
    for (const { containers } of moments) {
      const memory = containers.reduce((sum, { used, cache }) => sum + used + cache, HOST.system as number);
      expect(memory).toBeLessThanOrEqual(HOST.memory + 0.001);
      expect(containers.reduce((sum, { cpu }) => sum + cpu.gets, 0)).toBeLessThanOrEqual(HOST.cpus + 0.001);
      for (const { name, used, cache, cpu } of containers) {
        expect(cpu.gets).toBeLessThanOrEqual(cpu.wants);
        if (name !== 'thumbnails') continue;
        expect(used + cache).toBeLessThanOrEqual((setup.memory ?? HOST.memory) + 0.001);
        expect(cpu.gets).toBeLessThanOrEqual(setup.cpus ?? HOST.cpus);
      }
    }
  });

  it('who was killed stays away', () => {
    const killed = moments.map(
      ({ containers }) => containers.filter(({ state }) => state === 'killed').length,
    );
    expect(killed).toEqual([...killed].sort());
  });
});

describe('memory', () => {
  it('without a limit the largest process goes, and that may be the database', () => {
    const [first] = kills(free);
    expect(first).toMatchObject({
      container: 'database',
      what: 'container-killed',
      where: 'host',
      size: 1200,
    });
    expect(at(free, 30, 'thumbnails').state).toBe('running');
  });

  it('or the thumbnailer itself when it is one process', () => {
    const [first] = kills({ ...free, workers: 1 });
    expect(first).toMatchObject({ container: 'thumbnails', where: 'host' });
    expect(at({ ...free, workers: 1 }, 30, 'database').state).toBe('running');
  });

  it('a limit keeps the harm in the container, and the neighbours keep their cache', () => {
    const limited: Setup = { cpus: null, memory: 768, workers: 1 };
    expect(kills(limited)).toEqual([
      expect.objectContaining({ container: 'thumbnails', what: 'container-killed', where: 'limit' }),
    ]);
    for (const name of ['web', 'database'] as const)
      expect(at(limited, 30, name)).toMatchObject({ state: 'running', cache: at(limited, 0, name).cache });
  });

  it('the cache goes before any process does', () => {
    const limited: Setup = { cpus: null, memory: 768, workers: 1 };
    const whats = simulate(limited).happenings.map(({ what }) => what);
    expect(whats).toEqual(['cache-reclaimed', 'cache-gone', 'container-killed']);
    const host = simulate(free).happenings.map(({ what }) => what);
    expect(host.indexOf('container-killed')).toBeGreaterThan(host.lastIndexOf('cache-gone'));
  });

  it('of several workers one goes, and the container lives', () => {
    const limited: Setup = { cpus: null, memory: 768, workers: 4 };
    expect(kills(limited).length).toBeGreaterThan(1);
    expect(kills(limited).every(({ what }) => what === 'worker-killed')).toBe(true);
    expect(at(limited, 30, 'thumbnails').state).toBe('running');
  });

  it('a limit higher than what the host can spare does not help', () => {
    expect(kills({ ...free, memory: 3072 })[0]).toMatchObject({ container: 'database', where: 'host' });
  });
});

describe('CPU', () => {
  it('is shared alike without a limit, so that the neighbours go short', () => {
    for (const name of ['web', 'database', 'thumbnails'] as const)
      expect(at(free, 0, name).cpu.gets).toBeCloseTo(HOST.cpus / 3);
  });

  it('is left to the neighbours by a limit', () => {
    const limited: Setup = { ...free, cpus: 0.2 };
    expect(at(limited, 0, 'web').cpu).toEqual({ gets: 1, wants: 1 });
    expect(at(limited, 0, 'database').cpu.gets).toBeCloseTo(0.8);
    expect(at(limited, 0, 'thumbnails').cpu.gets).toBeCloseTo(0.2);
  });

  it('half a CPU is 50 ms in 100, which two cores use up in 25', () => {
    expect(throttling(0.5)).toEqual({ quota: 50, runs: 25, waits: 75 });
    expect(throttling(2)).toEqual({ quota: 200, runs: 100, waits: 0 });
  });
});

it('says in a sentence who suffers', () => {
  expect(outcome(simulate(free))).toMatch(/kills database, exit code 137/);
  expect(outcome(simulate(free))).toMatch(/web and database get less CPU/);
  expect(outcome(simulate({ cpus: 0.2, memory: 768, workers: 1 }))).toBe(
    'After 5 seconds thumbnails is killed at its own limit, exit code 137. The neighbours get all the CPU they want. The neighbours keep their memory.',
  );
});
