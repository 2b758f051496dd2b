import Link from 'next/link';
import { InlineCode } from '@/components/ui/InlineCode';
import { examples } from '@/content/examples';

/** All examples in one table: what each is, and what it demonstrates. */
export function ExampleIndex() {
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">Ready to use</p>
          <h1 className="mt-3 text-[clamp(2.1rem,1.5rem+3vw,3.4rem)] leading-[1.05]">Examples</h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">
            Small applications that run, each with its tests, a Dockerfile, a <code>.dockerignore</code>,
            Compose files for development and production, and a Kubernetes manifest. Take one, put your
            application in its place, and keep the rest.
          </p>
        </div>
      </header>
      <div className="prose mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <div className="table-scroll wide" role="region" aria-label="Examples" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Example</th>
                <th scope="col">Base image</th>
                <th scope="col">Runs as</th>
                <th scope="col">What it shows</th>
              </tr>
            </thead>
            <tbody>
              {examples().map(({ name, title, base, user, shows }) => (
                <tr key={name}>
                  <th scope="row" className="min-w-48 font-normal">
                    <Link href={`/examples/${name}/`}>{title}</Link>
                  </th>
                  <td>
                    <code>{base}</code>
                  </td>
                  <td>{user}</td>
                  <td className="min-w-56">
                    <InlineCode text={shows} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h2 id="shared">What all of them do</h2>
        <ul>
          <li>Several stages: what builds the application stays out of the image that is deployed.</li>
          <li>A user that is not root, given by number, so that Kubernetes can check it.</li>
          <li>Dependencies are copied before the source, so that an edit installs nothing anew.</li>
          <li>The command hears SIGTERM and finishes what is in progress.</li>
          <li>A health check by something that is in the image.</li>
          <li>
            In production: a read-only root file system, no capabilities, no new privileges, limits for CPU,
            memory, processes and logs, secrets in files, a restart policy.
          </li>
          <li>
            In development: the source mounted or copied in on change; ports published for this machine only.
          </li>
        </ul>
        <p>
          Why each of these matters is in the <Link href="/guide/">best-practices guide</Link>.
        </p>
      </div>
    </article>
  );
}
