import type { StageView } from '@/checker/image/view.ts';

const ROW = 64;
const BOX = { width: 300, height: 44 };

/** The stages from top to bottom, with who takes something from whom; the same as a list of sentences. */
export function StageGraph({ stages }: { stages: readonly StageView[] }) {
  const at = (index: number) => index * ROW + BOX.height / 2 + 4;
  const edges = stages.flatMap(({ index, uses, needed }) =>
    uses.map((from) => ({ from, to: index, needed })),
  );
  return (
    <>
      <svg
        className="stage-graph"
        viewBox={`0 0 ${BOX.width + 110} ${stages.length * ROW}`}
        aria-hidden="true"
        focusable="false"
      >
        {edges.map(({ from, to, needed }) => {
          const bend = BOX.width + 16 + Math.min(80, (to - from) * 22);
          return (
            <path
              key={`${from} ${to}`}
              className={needed ? 'stage-edge' : 'stage-edge stage-idle'}
              d={`M ${BOX.width + 4} ${at(from)} C ${bend} ${at(from)}, ${bend} ${at(to)}, ${BOX.width + 8} ${at(to)}`}
            />
          );
        })}
        {stages.map(({ index, name, base, needed, isTarget }) => (
          <g key={index} className={`stage${needed ? '' : ' stage-idle'}${isTarget ? ' stage-target' : ''}`}>
            <rect x="4" y={index * ROW + 4} width={BOX.width} height={BOX.height} rx="3" />
            <text x="16" y={index * ROW + 22} className="stage-name">
              {name}
            </text>
            <text x="16" y={index * ROW + 39} className="stage-base">
              from {base}
            </text>
          </g>
        ))}
      </svg>
      <ul className="stage-list">
        {stages.map((stage) => (
          <li key={stage.index}>{sentence(stage, stages)}</li>
        ))}
      </ul>
    </>
  );
}

function sentence({ name, base, uses, needed, isTarget }: StageView, stages: readonly StageView[]): string {
  const taken = uses
    .map((index) => stages[index]?.name)
    .filter((other) => other !== undefined && other !== base);
  const takes = taken.length > 0 ? ` and takes files from ${taken.join(' and ')}` : '';
  const fate = isTarget ? ' It becomes the image.' : needed ? '' : ' Nothing needs it, so it is not built.';
  return `${name} starts from ${base}${takes}.${fate}`;
}
