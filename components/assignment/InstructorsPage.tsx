import Link from 'next/link';

/** What instructors can rely on, in one place. */
export function InstructorsPage() {
  return (
    <div className="prose mx-auto max-w-6xl px-4 py-12 sm:px-6">
      <p className="stencil">Teach with this guide</p>
      <h1 className="mt-2 text-4xl">For instructors</h1>
      <p>
        Everything here works without an account and without a server that knows your learners. What you pass
        on are links and files; the checker runs in the browser of whoever opens them.
      </p>

      <h2 id="links">Links</h2>
      <p>
        Addresses of lessons, headings and exercises stay what they are. A heading is a link to itself. On an
        exercise,
        <strong> Share</strong> makes links that say more, in the part after the <code>#</code>:
      </p>
      <div className="table-scroll wide" role="region" aria-label="Addresses" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Opens</th>
            </tr>
          </thead>
          <tbody>
            <Row address="/lessons/<lesson>/#<heading>">a lesson at a heading</Row>
            <Row address="/exercises/<exercise>/">an exercise by itself</Row>
            <Row address="/exercises/<exercise>/#hints=2">
              with the first two hints open; hints=none offers none
            </Row>
            <Row address="/exercises/<exercise>/#solution=hidden">without the solution</Row>
            <Row address="/exercises/<exercise>/#files=1.…">
              with files that the link itself carries; a learner’s own draft is never replaced unasked
            </Row>
            <Row address="/embed/<exercise>/">the exercise alone, for a frame in your page</Row>
            <Row address="/playground/#files=1.…">a project of your own, all of it in the link</Row>
            <Row address="/playground/#example=<name>">one of the examples</Row>
            <Row address="/assignment/#title=…&exercise=…">a list of exercises</Row>
          </tbody>
        </table>
      </div>
      <p>
        A hidden solution is hidden, not secret: a learner who looks for it in the guide will find it.
        Everything after the <code>#</code> stays in the browser; no server sees it.
      </p>

      <h2 id="assignments">Assignments and results</h2>
      <ol>
        <li>
          <Link href="/assignment/compose/">Put an assignment together</Link>: choose exercises, and pass the
          link on.
        </li>
        <li>
          Learners work, see how far they are, and save a result file: their name, their files, and what the
          checker said.
        </li>
        <li>
          Drop the files on <Link href="/results/">Results of a class</Link>. Every file is judged again on
          your machine, and you see the class as a grid, each learner’s files included.
        </li>
      </ol>
      <p>
        A result file is no proof of who wrote what is in it. What it claims is compared with what the checker
        finds, and differences are shown.
      </p>

      <h2 id="frames">In your own page</h2>
      <p>
        <Link href="/embed/">Exercises in your own page</Link> shows a frame that is alive, with the messages
        by which it tells your page about progress.
      </p>

      <h2 id="paper">On paper</h2>
      <p>
        <Link href="/print/">Print</Link> a lesson or the whole course, with solutions or without. The{' '}
        <Link href="/guide/">best-practices guide</Link> prints as it is.
      </p>
    </div>
  );
}

function Row({ address, children }: { address: string; children: string }) {
  return (
    <tr>
      <td className="whitespace-nowrap">
        <code>{address}</code>
      </td>
      <td>{children}</td>
    </tr>
  );
}
