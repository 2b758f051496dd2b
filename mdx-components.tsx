import type { MDXComponents } from 'mdx/types';
import Link from 'next/link';
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
  // Within the guide by the router, which knows the path that it is served under.
  a: ({ href = '', children, ...props }) =>
    href.startsWith('/') ? (
      <Link href={href} prefetch={false}>
        {children}
      </Link>
    ) : (
      <a href={href} {...props}>
        {children}
      </a>
    ),
  // The corner of a table with headings on both sides heads nothing.
  th: ({ children, ...props }) => (children ? <th {...props}>{children}</th> : <td {...props} />),
  table: ({ children }) => (
    // A group, not a region: a page with five tables would have five landmarks of one name.
    <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  Exercise,
  Note,
  Predict,
  Recap,
};

export function useMDXComponents(): MDXComponents {
  return components;
}
