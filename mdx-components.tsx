import type { MDXComponents } from 'mdx/types';
import { Exercise } from '@/components/exercise/Exercise';
import { Note } from '@/components/lesson/Note';
import { Predict } from '@/components/lesson/Predict';
import { Recap } from '@/components/lesson/Recap';

/** What lessons and exercises may use without importing it; docs/authoring.md lists it for authors. */
const components: MDXComponents = {
  // A heading is the link to itself, so that a reader can pass it on.
  h2: ({ id, children }) => (
    <h2 id={id}>
      <a href={`#${id}`}>{children}</a>
    </h2>
  ),
  h3: ({ id, children }) => (
    <h3 id={id}>
      <a href={`#${id}`}>{children}</a>
    </h3>
  ),
  table: ({ children }) => (
    <section className="table-scroll" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
  Exercise,
  Note,
  Predict,
  Recap,
};

export function useMDXComponents(): MDXComponents {
  return components;
}
