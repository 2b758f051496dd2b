import { DURATION, HOST, type Moment, type Run } from './model';

const WIDTH = 600;
const HEIGHT = 240;

const x = (second: number) => (second / DURATION) * WIDTH;
const y = (memory: number) => HEIGHT - (memory / HOST.memory) * HEIGHT;

const used = (name: string) => (moment: Moment) =>
  moment.containers.find((each) => each.name === name)?.used ?? 0;

/** From the bottom to the top. */
const parts: readonly { key: string; label: string; of: (moment: Moment) => number }[] = [
  { key: 'system', label: 'kernel and Docker', of: () => HOST.system },
  { key: 'web', label: 'web', of: used('web') },
  { key: 'database', label: 'database', of: used('database') },
  { key: 'thumbnails', label: 'thumbnails', of: used('thumbnails') },
  {
    key: 'cache',
    label: 'file cache of all three',
    of: ({ containers }) => containers.reduce((sum, { cache }) => sum + cache, 0),
  },
];

/** Who holds the host's memory, second by second. */
export function MemoryChart({ run, limit, second }: { run: Run; limit: number | null; second: number }) {
  const floors = run.moments.map(() => 0);
  const areas = parts.map(({ key, of }) => {
    const bottom = run.moments.map((moment, at) => `${x(moment.second)},${y(floors[at] ?? 0)}`);
    const top = run.moments.map((moment, at) => {
      floors[at] = (floors[at] ?? 0) + of(moment);
      return `${x(moment.second)},${y(floors[at] ?? 0)}`;
    });
    return { key, points: [...bottom, ...top.reverse()].join(' ') };
  });
  return (
    <figure className="limits-chart">
      <p aria-hidden="true">4096 MB, all that the host has</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`The memory of the host over ${DURATION} seconds, by container. The table and the list below say the same in words.`}
      >
        <defs>
          <pattern id="limits-cache" width="7" height="7" patternUnits="userSpaceOnUse">
            <path d="M0 7 L7 0" stroke="var(--soft)" strokeWidth="1.500" />
          </pattern>
        </defs>
        {areas.map(({ key, points }) => (
          <polygon key={key} className={`limits-area limits-${key}`} points={points} />
        ))}
        <path className="limits-now" d={`M${x(second)} 0V${HEIGHT}`} />
      </svg>
      <p aria-hidden="true" className="limits-axis">
        <span>second 0</span>
        <span>second {DURATION}</span>
      </p>
      <figcaption>
        <ul>
          {parts.toReversed().map(({ key, label }) => (
            <li key={key}>
              <span className={`limits-swatch limits-${key}`} aria-hidden="true" /> {label}
              {key === 'thumbnails' && limit !== null && `, at most ${limit} MB with its cache`}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
