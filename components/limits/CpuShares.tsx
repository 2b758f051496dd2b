import { HOST, PERIOD, throttling } from './model';

/** What the CPU limit means within one period of the kernel's quota. */
export function CpuShares({ limit }: { limit: number | null }) {
  if (limit === null)
    return (
      <p className="limits-period">
        <code>cpu.max</code> is <code>max {PERIOD * 1000}</code>: no quota. When all want more than there is,
        equal weights give each a third, and nobody is starved, but nobody gets what it wants.
      </p>
    );
  const { quota, runs, waits } = throttling(limit);
  const ms = (value: number) => `${Number(value.toFixed(1))} ms`;
  return (
    <div className="limits-period">
      <p>
        <code>cpu.max</code> is{' '}
        <code>
          {Math.round(quota * 1000)} {PERIOD * 1000}
        </code>
        : {ms(quota)} of CPU time in each period of {PERIOD} ms.{' '}
        {waits > 0
          ? `On ${HOST.cpus} free cores that is used up after ${ms(runs)}. Then every thread of the thumbnailer waits ${ms(waits)}, though cores may be idle.`
          : `That is all that ${HOST.cpus} cores can give: this limit holds nothing back.`}
      </p>
      <div className="limits-bar" aria-hidden="true">
        <span style={{ width: `${runs}%` }} />
      </div>
    </div>
  );
}
