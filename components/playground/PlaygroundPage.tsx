import Link from 'next/link';
import { PlaygroundIsland } from './PlaygroundIsland';
import './playground.css';

/** The page around the playground, which reads without JavaScript. */
export function PlaygroundPage() {
  return (
    <div className="mx-auto max-w-[104rem] px-4 py-8 sm:px-6">
      <p className="stencil">Your own files</p>
      <h1 className="mt-2 text-4xl">Playground</h1>
      <p className="mt-3 mb-6 max-w-3xl text-lg text-soft">
        Put your own Dockerfile, <code>.dockerignore</code> and Compose files to the checker: type, paste, or
        drop a folder or a zip. Nothing leaves this machine: the files are read in this page, and kept in this
        browser.{' '}
        <Link className="link" href="/examples/">
          Examples to begin with
        </Link>
      </p>
      <PlaygroundIsland />
      <noscript>
        <p className="mt-4">
          The checker runs in your browser, so the playground needs JavaScript. Without it there is the same
          checker as a command: <code>npm run check</code>.
        </p>
      </noscript>
    </div>
  );
}
