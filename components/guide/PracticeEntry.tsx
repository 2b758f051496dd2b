import Link from 'next/link';
import { Source } from '@/components/exercise/Source';
import { SeverityMark } from '@/components/rules/SeverityMark';
import { Twins } from '@/components/rules/Twins';
import { InlineCode } from '@/components/ui/InlineCode';
import type { Practice } from '@/content/guide/practice';
import { exerciseMeta } from '@/content/library';
import { rulePage } from '@/content/rules';

/** One practice: what, why, how, where it is taught, and what checks it. */
export function PracticeEntry({
  practice: { id, title, why, how, sample, exercises, rules },
}: {
  practice: Practice;
}) {
  return (
    <section aria-labelledby={id} className="prose wide">
      <h3 id={id}>
        <a href={`#${id}`}>{title}</a>
      </h3>
      <p>
        <strong>Why.</strong> <InlineCode text={why} />
      </p>
      <p>
        <strong>How.</strong> <InlineCode text={how} />
      </p>
      {sample && (
        <figure className="code">
          <figcaption>{sample.from ? `${sample.file}, after FROM ${sample.from}` : sample.file}</figcaption>
          <Source path={pathOf(sample)} text={sample.text} />
        </figure>
      )}
      {exercises.length > 0 && (
        <p>
          <strong>Try it.</strong>{' '}
          {exercises.map((exercise, at) => (
            <span key={exercise}>
              {at > 0 && ', '}
              <Link href={`/exercises/${exercise}/`} prefetch={false}>
                {exerciseMeta(exercise).title}
              </Link>
            </span>
          ))}
        </p>
      )}
      {rules.length > 0 && <Rules names={rules} practice={title} />}
    </section>
  );
}

function Rules({ names, practice }: { names: readonly string[]; practice: string }) {
  return (
    <div className="table-scroll wide" role="region" aria-label={`Rules: ${practice}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Says</th>
            <th scope="col">Twins</th>
          </tr>
        </thead>
        <tbody>
          {names.map(rulePage).map((rule) => (
            <tr key={rule.name}>
              <th scope="row" className="min-w-56 font-normal">
                <Link href={`/rules/${rule.name}/`} prefetch={false}>
                  {rule.title}
                </Link>
              </th>
              <td>
                <SeverityMark rule={rule} />
              </td>
              {/* On paper an address a twin would fill the table. */}
              <td className="min-w-48 print:[&_a]:after:content-none!">
                <Twins refs={rule.refs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A path by which the highlighter knows the language. */
function pathOf({ file, language }: NonNullable<Practice['sample']>): string {
  return language === 'bash' ? 'commands.sh' : file;
}
