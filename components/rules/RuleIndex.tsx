import Link from 'next/link';
import { type RulePage, rulePages } from '@/content/rules';
import { SeverityMark } from './SeverityMark';
import { Twins } from './Twins';

/** All rules in two tables, one for each kind of file. */
export function RuleIndex() {
  const rules = rulePages();
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">Reference</p>
          <h1 className="mt-3 text-[clamp(2.1rem,1.5rem+3vw,3.4rem)] leading-[1.05]">Rules</h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">
            What the checker objects to, and why. Rules marked “on request” contradict other good practice or
            are a matter of taste; <code className="font-mono text-base">--all</code> turns them on.
          </p>
        </div>
      </header>
      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <RuleTable
          id="dockerfile"
          heading="Dockerfiles"
          rules={rules.filter(({ kind }) => kind === 'dockerfile')}
        />
        <RuleTable
          id="compose"
          heading="Compose files"
          rules={rules.filter(({ kind }) => kind === 'compose')}
        />
      </div>
    </article>
  );
}

function RuleTable({ id, heading, rules }: { id: string; heading: string; rules: RulePage[] }) {
  return (
    <div className="prose">
      <h2 id={id}>{heading}</h2>
      <div className="table-scroll wide" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Says</th>
              <th scope="col">Twins</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.name}>
                <th scope="row" className="font-normal">
                  <Link href={`/rules/${rule.name}/`}>{rule.title}</Link>
                  <br />
                  <code>{rule.name}</code>
                </th>
                <td>
                  <SeverityMark rule={rule} />
                </td>
                <td>
                  <Twins refs={rule.refs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
