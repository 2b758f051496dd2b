import { useState } from 'react';
import type { Files, Solution } from './data';
import { diffLines } from './diff';

const words = { same: '', mine: 'only in your file: ', theirs: 'only in the solution: ' };
const marks = { same: ' ', mine: '−', theirs: '+' };

/** The accepted solutions, one at a time, beside what the learner has. */
export function SolutionDiff({ files, solutions }: { files: Files; solutions: readonly Solution[] }) {
  const [chosen, setChosen] = useState(0);
  const solution = solutions[chosen] ?? solutions[0];
  if (!solution) return null;
  return (
    <div className="solution">
      {solutions.length > 1 && (
        <fieldset className="solution-choice">
          <legend className="sr-only">Solution</legend>
          {solutions.map(({ name, title }, at) => (
            <label key={name} className="button">
              <input type="radio" checked={at === chosen} onChange={() => setChosen(at)} />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <p>{solution.why.replaceAll('`', '')}</p>
      {Object.entries(solution.files).map(([path, theirs]) => (
        <FileDiff key={path} path={path} mine={files[path] ?? ''} theirs={theirs} />
      ))}
    </div>
  );
}

function FileDiff({ path, mine, theirs }: { path: string; mine: string; theirs: string }) {
  const lines = diffLines(mine, theirs);
  return (
    <figure className="code">
      <figcaption>
        {path}: <span>− yours, + the solution</span>
      </figcaption>
      <pre tabIndex={0} role="group" aria-label={`${path}, compared with the solution`}>
        <code>
          {lines.map(({ kind, text }, at) => (
            <span key={at} className="line" data-diff={kind}>
              <span className="sr-only">{words[kind]}</span>
              <span aria-hidden="true">{marks[kind]} </span>
              {text}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
