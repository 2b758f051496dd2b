import Link from 'next/link';
import { Source } from '@/components/exercise/Source';
import { InlineCode } from '@/components/ui/InlineCode';
import { type RuleExample, type RulePage, ruleExamples } from '@/content/rules';
import { SeverityMark } from './SeverityMark';
import { Twins } from './Twins';

/** One rule: why, what it objects to, what it leaves alone, its twins and sources. */
export async function RuleReference({ rule }: { rule: RulePage }) {
  const { bad, good } = await ruleExamples(rule);
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">
            <Link href="/rules/" className="link">
              Rules
            </Link>{' '}
            · {rule.name}
          </p>
          <h1 className="mt-3 text-[clamp(1.9rem,1.4rem+2.4vw,2.9rem)] leading-[1.08]">{rule.title}</h1>
          <p className="mt-4">
            <SeverityMark rule={rule} />
          </p>
        </div>
      </header>
      <div className="prose mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <p className="text-lg">
          <InlineCode text={rule.why} />
        </p>
        <div className="wide mt-8 grid gap-6 lg:grid-cols-2">
          <Example heading="Objected to" example={bad} />
          <Example heading="Left alone" example={good} />
        </div>
        <h2 id="twins">In other tools</h2>
        <Twins refs={rule.refs} />
        <h2 id="silence">To silence it</h2>
        <Silence rule={rule} />
        {rule.sources.length > 0 && (
          <>
            <h2 id="sources">Sources</h2>
            <ul>
              {rule.sources.map((source) => (
                <li key={source}>
                  <a href={source}>{source.replace(/^https:\/\//, '').replace(/\/$/, '')}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </article>
  );
}

function Example({ heading, example }: { heading: string; example: RuleExample }) {
  return (
    <section className="min-w-0">
      <h2 className="mt-0! border-0! pt-0! text-lg!">{heading}</h2>
      {example.about && <p className="text-soft">Here: {example.about}.</p>}
      <div className="mt-2 border border-line bg-surface">
        <p className="stencil border-b border-line px-3 py-1.5">{example.file}</p>
        <Source path={example.file} text={example.text} />
      </div>
    </section>
  );
}

function Silence({ rule }: { rule: RulePage }) {
  if (rule.kind === 'compose')
    return <p>A Compose file has no comment for it; use another severity with --fail-on.</p>;
  const check = rule.refs.find((ref) => ref.startsWith('buildkit:'))?.slice('buildkit:'.length);
  return (
    <>
      <p>
        In the line above the instruction: <code># hadolint ignore={rule.name}</code>. For the whole file, at
        its top: <code># hadolint global ignore={rule.name}</code>.
      </p>
      {check && (
        <p>
          Docker’s own comment works too: <code># check=skip={check}</code> on the file’s first line.
        </p>
      )}
    </>
  );
}
