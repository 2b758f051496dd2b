import type { LinkOptions } from './address';

/** An instructor's wishes: hints and solution. */
export function OptionFields({
  options,
  mostHints,
  onChange,
}: {
  options: LinkOptions;
  /** As many hints as there are goals. */
  mostHints: number;
  onChange: (options: LinkOptions) => void;
}) {
  const levels = Array.from({ length: mostHints }, (_, at) => at + 1);
  return (
    <div className="options">
      <label className="option">
        Hints
        <select
          className="field"
          value={options.hints}
          onChange={({ target }) =>
            onChange({ ...options, hints: target.value === 'none' ? 'none' : Number(target.value) })
          }
        >
          <option value={0}>when asked for</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {level === 1 ? 'the first one open' : `the first ${level} open`}
            </option>
          ))}
          <option value="none">none</option>
        </select>
      </label>
      <label className="option">
        <input
          type="checkbox"
          checked={options.solution === 'hidden'}
          onChange={({ target }) => onChange({ ...options, solution: target.checked ? 'hidden' : 'offered' })}
        />
        Without the solution
      </label>
    </div>
  );
}
