import { InlineCode } from '@/components/ui/InlineCode';
import { guide } from '@/content/guide';
import { kubernetes } from '@/content/guide/kubernetes';
import { PracticeEntry } from './PracticeEntry';

/** The whole guide on one page, made to be printed too. */
export function Guide() {
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">Reference</p>
          <h1 className="mt-3 text-[clamp(2.1rem,1.5rem+3vw,3.4rem)] leading-[1.05]">Best practices</h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">
            What to do, why, and how, on one page that can be printed. Each practice names the exercise that
            teaches it, the rules that check it, and their twins in BuildKit, hadolint and Trivy.
          </p>
        </div>
      </header>
      <div className="prose mx-auto max-w-6xl px-4 sm:px-6">
        <nav aria-label="Practices" className="no-print wide mt-8 gap-x-10 sm:columns-2 lg:columns-3">
          {guide.map(({ id, title, practices }) => (
            <div key={id} className="mb-5 break-inside-avoid">
              <p className="font-bold">
                <a href={`#${id}`}>{title}</a>
              </p>
              <ul className="list-none! p-0! text-[0.95rem]">
                {practices.map((practice) => (
                  <li key={practice.id} className="mt-0.5!">
                    <a href={`#${practice.id}`}>{practice.title}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <p className="font-bold">
            <a href="#kubernetes">On Kubernetes</a>
          </p>
        </nav>
        {guide.map(({ id, title, practices }) => (
          <section key={id} aria-labelledby={id} className="prose wide">
            <h2 id={id}>{title}</h2>
            {practices.map((practice) => (
              <PracticeEntry key={practice.id} practice={practice} />
            ))}
          </section>
        ))}
        <h2 id="kubernetes">On Kubernetes</h2>
        <p>The images are the same; the settings have other names, and some another meaning.</p>
        <div className="table-scroll wide" role="region" aria-labelledby="kubernetes" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Docker and Compose</th>
                <th scope="col">Kubernetes</th>
                <th scope="col">Not quite the same</th>
              </tr>
            </thead>
            <tbody>
              {kubernetes.map((row) => (
                <tr key={row.compose}>
                  <th scope="row" className="min-w-40 font-normal">
                    <InlineCode text={row.compose} />
                  </th>
                  <td className="min-w-40">
                    <InlineCode text={row.kubernetes} />
                  </td>
                  <td className="min-w-56">
                    <InlineCode text={row.note} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </article>
  );
}
