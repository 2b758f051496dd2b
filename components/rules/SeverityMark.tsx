import type { RulePage } from '@/content/rules';

const COLOUR = { error: 'text-fail', warning: 'text-warn', info: 'text-soft' } as const;
const WHEN = { default: '', all: 'on request', configured: 'when configured' } as const;

/** How serious a rule is, and whether it speaks unasked. */
export function SeverityMark({ rule: { severity, set } }: { rule: Pick<RulePage, 'severity' | 'set'> }) {
  return (
    <>
      <span className={`font-semibold ${COLOUR[severity]}`}>{severity}</span>
      {WHEN[set] && <span className="whitespace-nowrap text-soft">, {WHEN[set]}</span>}
    </>
  );
}
