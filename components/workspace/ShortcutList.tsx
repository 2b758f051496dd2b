import { type Command, spokenKeys } from './commands';
import { isMac } from './platform';

/** Keys of the editor that are no commands of their own. */
const fixed = [
  ['Escape, then Tab', 'Leave the editor'],
  ['Tab', 'Take over a suggestion'],
] as const;

/** Every key that does something here. */
export function ShortcutList({ commands }: { commands: readonly Command[] }) {
  const withKeys = commands.filter(({ keys }) => keys !== undefined);
  const everywhere = withKeys.filter(({ where }) => where !== 'editor');
  const inEditor = withKeys.filter(({ where }) => where === 'editor');
  return (
    <>
      <Keys
        title="Everywhere in the exercise"
        rows={everywhere.map(({ keys, title }) => [spokenKeys(keys ?? '', isMac()), title])}
      />
      <Keys
        title="In the editor"
        rows={[
          ...fixed,
          ...inEditor.map(({ keys, title }) => [spokenKeys(keys ?? '', isMac()), title] as const),
        ]}
      />
    </>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly (readonly [keys: string, does: string])[] }) {
  return (
    <table className="shortcuts">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([keys, does]) => (
          <tr key={does}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
