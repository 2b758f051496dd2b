import { exerciseIds, exerciseMeta } from '@/content/library';
import { EmbedExample } from './EmbedExample';

/** For authors of other pages: an exercise in a frame, alive, and what it says. */
export function EmbedGuide() {
  const exercises = exerciseIds().map((id) => ({ id, title: exerciseMeta(id).title }));
  return (
    <div className="prose mx-auto max-w-6xl px-4 py-10 sm:px-6">
      <p className="stencil">For instructors</p>
      <h1 className="mt-2 text-4xl">Exercises in your own page</h1>
      <p>
        Every exercise has a page without a header and a footer, made for an <code>iframe</code>:{' '}
        <code>/embed/&lt;exercise&gt;/</code>. The frame below shows one, and under it stands what it tells
        the page around it.
      </p>
      <EmbedExample exercises={exercises} />
      <h2 id="messages">What the frame says</h2>
      <p>
        Every message is an object with <code>source: "cloud-native-containers-guide"</code>,{' '}
        <code>version: 1</code>, the id of the <code>exercise</code>, and a <code>type</code>. No message
        holds anything that the learner wrote.
      </p>
      <div className="table-scroll" role="region" aria-label="Messages" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">type</th>
              <th scope="col">when</th>
              <th scope="col">holds</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className="min-w-28">
                <code>ready</code>
              </td>
              <td>the frame listens</td>
              <td>
                <code>title</code>, <code>goals</code>: id and sentence of each
              </td>
            </tr>
            <tr>
              <td className="min-w-28">
                <code>progress</code>
              </td>
              <td>the goals stand otherwise than before</td>
              <td>
                <code>reached</code>, <code>total</code>, <code>goals</code>: id of each and whether it is
                reached
              </td>
            </tr>
            <tr>
              <td className="min-w-28">
                <code>done</code>
              </td>
              <td>all goals are reached</td>
              <td>
                <code>at</code>: the time, in ISO 8601
              </td>
            </tr>
            <tr>
              <td className="min-w-28">
                <code>height</code>
              </td>
              <td>the content has become higher or lower</td>
              <td className="min-w-28">
                <code>height</code> in pixels, for the frame
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        Name your page's origin in the address, as in <code>#origin=https://school.example</code>: the frame
        then talks to that origin alone, and listens to no other. Without it the frame talks to whatever page
        is around it. In your page, take messages only from the guide's origin and from the frame's window.
      </p>
      <h2 id="wishes">What your page may say</h2>
      <p>
        An object with <code>target: "cloud-native-containers-guide"</code>, <code>version: 1</code> and a{' '}
        <code>type</code>. <code>hello</code> lets the frame repeat its latest news, for a page that began to
        listen late. <code>theme</code>, with <code>theme</code> as <code>"light"</code>, <code>"dark"</code>{' '}
        or <code>"system"</code>, colours the frame to match. Everything else is ignored.
      </p>
      <h2 id="permissions">What the frame needs</h2>
      <p>
        Scripts. A <code>sandbox</code> attribute must hold <code>allow-scripts allow-same-origin</code>, and{' '}
        <code>allow-popups</code> for links. Browsers give a frame of another site a storage of its own, or
        none: the exercise works all the same, and says when it cannot keep the work.
      </p>
    </div>
  );
}
