import { type HealthTimes, healthTimeline, type ProbeRun } from '@/checker/image/runtime/health-timeline.ts';
import './health-timeline.css';

interface Props {
  /** What stands above: the options. */
  title: string;
  /** Seconds; what is left out has the engine's default. */
  times: Partial<HealthTimes>;
  /** Seconds until the service answers. */
  readyAfter: number;
  /** Seconds to show. */
  until?: number;
}

const DEFAULTS: HealthTimes = { interval: 30, timeout: 30, startPeriod: 0, startInterval: 5, retries: 3 };
const WIDTH = 640;
const LEFT = 16;
const RIGHT = 24;

/** When Docker runs a health check while a service starts, and what it makes of the answers. Worked out by the checker. */
export function HealthTimeline({ title, times, readyAfter, until = 80 }: Props) {
  const all = { ...DEFAULTS, ...times };
  const runs = healthTimeline(all, readyAfter, until);
  const x = (second: number) => LEFT + (second / until) * (WIDTH - LEFT - RIGHT);
  const marks = Array.from({ length: Math.floor(until / 10) + 1 }, (_, at) => at * 10);
  return (
    <figure className="health">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} 118`} role="img" aria-label={inWords(runs, all, readyAfter)}>
        {all.startPeriod > 0 && (
          <>
            <rect className="health-start" x={x(0)} y="14" width={x(all.startPeriod) - x(0)} height="62" />
            <text className="health-label" x={x(0) + 6} y="28">
              start period
            </text>
          </>
        )}
        <path className="health-ready" d={`M${x(readyAfter)} 8v76`} />
        <text className="health-label" x={x(readyAfter) + 5} y="72">
          answers
        </text>
        <path className="health-axis" d={`M${x(0)} 84H${x(until)}`} />
        {marks.map((second) => (
          <g key={second}>
            <path className="health-axis" d={`M${x(second)} 84v5`} />
            <text className="health-label" x={x(second)} y="104" textAnchor="middle">
              {second}
            </text>
          </g>
        ))}
        {runs.map((run) => (
          <Mark key={run.at} run={run} x={x(run.at)} />
        ))}
      </svg>
      <p className="health-words">{inWords(runs, all, readyAfter)}</p>
    </figure>
  );
}

/** A cross for a failure that counts, a ring for one that does not, a disc for a success. */
function Mark({ run, x }: { run: ProbeRun; x: number }) {
  if (run.succeeded) return <circle className="health-success" cx={x} cy="46" r="7" />;
  if (!run.counts) return <circle className="health-spared" cx={x} cy="46" r="6" />;
  return <path className="health-failure" d={`M${x - 6} 40l12 12m0 -12l-12 12`} />;
}

function inWords(runs: readonly ProbeRun[], { startPeriod }: HealthTimes, readyAfter: number): string {
  const counted = runs.filter(({ succeeded, counts }) => !succeeded && counts).map(({ at }) => at);
  const spared = runs.filter(({ succeeded, counts }) => !succeeded && !counts).length;
  const bad = runs.find(({ status }) => status === 'unhealthy');
  const good = runs.find(({ status }) => status === 'healthy');
  return [
    `The service answers after ${readyAfter} seconds.`,
    spared > 0 &&
      `${spared} checks fail within the start period of ${startPeriod} seconds and do not count (rings).`,
    counted.length > 0 && `The checks at ${counted.join(', ')} seconds fail and count (crosses).`,
    bad && `At ${bad.at} seconds the container is unhealthy.`,
    good && `At ${good.at} seconds a check succeeds (disc), and the container is healthy.`,
  ]
    .filter(Boolean)
    .join(' ');
}
