import Link from 'next/link';
import { Source } from '@/components/exercise/Source';
import { InlineCode } from '@/components/ui/InlineCode';
import { type Example, exampleDifferences, exampleFiles } from '@/content/examples';
import { DifferenceTable } from './DifferenceTable';

/** Files that show how the application is packed; open at once. The application's own are folded. */
const open = new Set(['Dockerfile', '.dockerignore', 'compose.dev.yaml', 'compose.prod.yaml']);

/** One example: what it shows, how its two Compose files differ, and all of its files. */
export function ExamplePage({ example: { name, title, base, user, shows } }: { example: Example }) {
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">
            <Link href="/examples/" className="link">
              Examples
            </Link>{' '}
            · {name}
          </p>
          <h1 className="mt-3 text-[clamp(1.9rem,1.4rem+2.4vw,2.9rem)] leading-[1.08]">{title}</h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">
            It shows <InlineCode text={shows} />. From <code className="font-mono text-base">{base}</code>, as
            user {user}.
          </p>
          <p className="no-print mt-6 flex flex-wrap gap-3">
            <a className="button button-strong" href={`../downloads/${name}.zip`} download>
              Download as zip
            </a>
            <Link className="button" href={`/playground/#example=${name}`}>
              Open in the playground
            </Link>
          </p>
        </div>
      </header>
      <div className="prose mx-auto max-w-6xl px-4 sm:px-6">
        <h2 id="differences">Development and production</h2>
        <p>
          Worked out by the checker from <code>compose.dev.yaml</code> and <code>compose.prod.yaml</code>.
          What is the same in both is left out.
        </p>
        <DifferenceTable differences={exampleDifferences(name)} />
        <h2 id="files">Files</h2>
        {Object.entries(exampleFiles(name)).map(([path, text]) => (
          <details key={path} open={open.has(path)} className="wide border border-line bg-surface">
            <summary className="px-3 py-2 font-mono text-sm font-semibold">{path}</summary>
            <div className="border-t border-line">
              <Source path={path} text={text} />
            </div>
          </details>
        ))}
      </div>
    </article>
  );
}
