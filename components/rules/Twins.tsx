import { twin } from '@/content/rules';

/** The same objection in other tools. */
export function Twins({ refs }: { refs: readonly string[] }) {
  if (refs.length === 0) return <span className="text-soft">none</span>;
  return (
    <ul className="list-none! space-y-0.5 p-0!">
      {refs.map((ref) => {
        const { tool, name, href } = twin(ref);
        return (
          <li key={ref} className="mt-0!">
            <span className="text-soft">{tool}</span> {href ? <a href={href}>{name}</a> : name}
          </li>
        );
      })}
    </ul>
  );
}
