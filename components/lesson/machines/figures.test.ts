import { expect, test } from 'vitest';
import { compare, type Machine } from './figures';

const all = (['ordinary', 'smallest'] as Machine[]).flatMap((machine) =>
  [0, 1, 2].map((running) => ({ machine, running, rows: compare(machine, running) })),
);

test.each(all)('every figure of $running apps, $machine, has its source', ({ rows }) => {
  for (const { measure, machines, containers } of rows) {
    // Kernels are counted in the picture itself.
    if (measure === 'Kernels that run') continue;
    for (const figure of [machines, containers])
      if (/\d/.test(figure.text)) expect(figure.source, `${measure}: ${figure.text}`).toBeDefined();
  }
});

test('each virtual machine adds a kernel, a container none', () => {
  for (const { running, rows } of all) {
    expect(rows[0]?.machines.text).toBe(String(1 + running));
    expect(rows[0]?.containers.text).toBe('1');
  }
});
