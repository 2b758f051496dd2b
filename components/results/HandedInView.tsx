import { InlineCode } from '../ui/InlineCode';
import type { Cell } from './useClass';

/** What a learner handed in for an exercise, and what the checker says of it. */
export function HandedInView({ cell: { handedIn, exercise, judgement } }: { cell: Cell }) {
  const claimed = new Set(handedIn.reached);
  const resultOf = (id: string) =>
    judgement?.is === 'judged' ? judgement.results.find((each) => each.id === id) : undefined;
  return (
    <div className="dialog-body">
      {exercise === null && (
        <p className="notice">
          This guide has no exercise <code>{handedIn.id}</code>, or it could not be loaded. The files are as
          they were handed in.
        </p>
      )}
      {judgement?.is === 'broken' && (
        <p className="notice">
          The checker itself failed, which says nothing about the files: {judgement.error}
        </p>
      )}
      {exercise && (
        <ul className="goals" aria-label="Goals">
          {exercise.goals.map(({ id, sentence }) => {
            const result = resultOf(id);
            const reached = result?.status === 'pass';
            return (
              <li key={id} className="goal" data-status={result?.status ?? 'waiting'}>
                <span className="goal-mark" aria-hidden="true" />
                <span>
                  {sentence} <span className="sr-only">({reached ? 'reached' : 'not reached'})</span>
                  {result && !reached && (
                    <span className="goal-because">
                      <InlineCode text={result.message} />
                    </span>
                  )}
                  {result && reached !== claimed.has(id) && (
                    <span className="goal-because">
                      The file claims that it is {reached ? 'not reached' : 'reached'}.
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="text-soft">
        First solved, as the file says:{' '}
        {handedIn.solvedAt ? handedIn.solvedAt.slice(0, 16).replace('T', ' ') : 'never'}.
      </p>
      {Object.entries(handedIn.files).map(([path, text]) => (
        <figure key={path} className="code">
          <figcaption>
            {path}
            {exercise && !exercise.editable.includes(path) && ' (not one of this exercise; not checked)'}
          </figcaption>
          <pre tabIndex={0} role="group" aria-label={path}>
            <code>{text}</code>
          </pre>
        </figure>
      ))}
    </div>
  );
}
