import { Fragment, useState } from 'react';
import { InlineCode } from '../ui/InlineCode';
import type { Files, Solution } from './data';
import { diffLines } from './diff';

interface Version {
  title: string;
  files: Files;
  /** What is to be said of it. */
  why?: string;
}

const sides = { same: ' ', mine: '−', theirs: '+' };

interface Props {
  starter: Files;
  /** The learner's files. */
  mine: Files;
  /** Empty where they are not to be seen. */
  solutions: readonly Solution[];
}

/** Any two of starter, own files and accepted solutions beside each other, with what differs. */
export function Compare({ starter, mine, solutions }: Props) {
  const versions: Version[] = [
    { title: 'Starter', files: starter },
    { title: 'Mine', files: mine },
    ...solutions.map(({ title, files, why }) => ({ title, files: { ...starter, ...files }, why })),
  ];
  const [left, setLeft] = useState(1);
  const [right, setRight] = useState(solutions.length > 0 ? 2 : 0);
  const [from, to] = [versions[left], versions[right]];
  if (!from || !to) return null;
  const paths = Object.keys(starter).filter((path) => from.files[path] !== to.files[path]);

  return (
    <div className="solution">
      <div className="solution-choice">
        <Choice label="Compare" versions={versions} chosen={left} onChoose={setLeft} />
        <Choice label="with" versions={versions} chosen={right} onChoose={setRight} />
      </div>
      {[from, to].map(
        ({ title, why }) =>
          why && (
            <p key={title}>
              <InlineCode text={why} />
            </p>
          ),
      )}
      {paths.length === 0 && <p role="status">They are the same.</p>}
      {paths.map((path) => (
        <FileDiff key={path} path={path} from={from} to={to} />
      ))}
    </div>
  );
}

function Choice({
  label,
  versions,
  chosen,
  onChoose,
}: {
  label: string;
  versions: readonly Version[];
  chosen: number;
  onChoose: (at: number) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select className="button" value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
        {versions.map(({ title }, at) => (
          <option key={title} value={at}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function FileDiff({ path, from, to }: { path: string; from: Version; to: Version }) {
  const lines = diffLines(from.files[path] ?? '', to.files[path] ?? '');
  const words = { same: '', mine: `only in ${from.title}: `, theirs: `only in ${to.title}: ` };
  return (
    <figure className="code">
      <figcaption>
        {path}:{' '}
        <span>
          − {from.title}, + {to.title}
        </span>
      </figcaption>
      <pre tabIndex={0} role="group" aria-label={`${path}: ${from.title} compared with ${to.title}`}>
        <code>
          {lines.map(({ kind, text }, at) => (
            // Lines have no identity but their place.
            <Fragment key={at}>
              <span className="line" data-diff={kind}>
                <span className="sr-only">{words[kind]}</span>
                <span aria-hidden="true">{sides[kind]} </span>
                {text}
              </span>
              {'\n'}
            </Fragment>
          ))}
        </code>
      </pre>
    </figure>
  );
}
