'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { keep, readKept } from '../exercise/storage';
import { download } from '../progress/download';
import { reachedIn, resultFile } from '../results/result-file';
import { optionParameters } from '../share/address';
import { type Assignment, assignmentIn } from './assignment';
import { useWork, type Work } from './useWork';
import '../share/share.css';
import './assignment.css';

const nameKey = 'guide:name';

/** An assignment as the learner sees it: what to do, what is done, and the file to hand in. */
export function AssignmentView() {
  const assignment = useAssignment();
  if (assignment === 'unread') return <p className="text-soft">The assignment is being read.</p>;
  if (assignment === null)
    return (
      <>
        <h1 className="mt-2 text-4xl">Assignment</h1>
        <p className="mt-4 max-w-2xl text-lg">
          This address lists no exercise. If somebody sent you the link, a part of it after the # is missing:
          ask for it again.
        </p>
        <p className="mt-4">
          <Link className="button" href="/assignment/compose/">
            Put an assignment together
          </Link>
        </p>
      </>
    );
  return <Listed assignment={assignment} />;
}

function Listed({ assignment }: { assignment: Assignment }) {
  const { title, due, options, exercises } = assignment;
  const work = useWork(exercises);
  const parameters = optionParameters(options);
  const fragment = parameters.length > 0 ? `#${parameters.join('&')}` : '';
  const solved = work.filter((each) => standing(each).solved).length;
  return (
    <>
      <h1 className="mt-2 text-4xl">{title}</h1>
      {due && <p className="mt-3 text-lg">Due: {due}</p>}
      <p role="status" className="mt-3 text-soft">
        {solved} of {exercises.length} exercises solved.
      </p>
      <ol className="assignment-list" aria-label="Exercises">
        {work.map((each) => (
          <li key={each.id}>
            {each.is === 'missing' ? (
              <span>
                <code>{each.id}</code>
              </span>
            ) : (
              <Link className="link" href={`/exercises/${each.id}/${fragment}`}>
                {each.is === 'there' ? each.exercise.title : each.id}
              </Link>
            )}
            <span className={standing(each).solved ? 'assignment-solved' : 'text-soft'}>
              {standing(each).words}
            </span>
          </li>
        ))}
      </ol>
      <HandIn assignment={assignment} work={work} />
    </>
  );
}

/** How an exercise stands, by what the checker says of the files as they are now. */
function standing(work: Work): { solved: boolean; words: string } {
  if (work.is === 'loading') return { solved: false, words: 'being loaded' };
  if (work.is === 'missing')
    return {
      solved: false,
      words: 'not in this guide, or not loaded: reload the page, or ask whoever sent the link',
    };
  const { judgement, untouched, exercise } = work;
  if (judgement === null) return { solved: false, words: 'being checked' };
  if (judgement.is === 'broken') return { solved: false, words: 'the checker itself failed' };
  const reached = reachedIn(judgement.results).length;
  const total = exercise.goals.length;
  if (reached === total) return { solved: true, words: 'solved' };
  return { solved: false, words: `${untouched ? 'not begun' : 'begun'}, ${reached} of ${total} goals` };
}

function HandIn({ assignment, work }: { assignment: Assignment; work: readonly Work[] }) {
  const [name, setName] = useState('');
  useEffect(() => {
    const kept = readKept(nameKey);
    if (typeof kept === 'string') setName(kept);
  }, []);
  const ready =
    work.length > 0 && work.every((each) => each.is === 'missing' || (each.is === 'there' && each.judgement));
  const save = () => {
    keep(nameKey, name.trim());
    const text = resultFile({
      savedAt: new Date().toISOString(),
      name: name.trim(),
      assignment: assignment.title,
      exercises: work.flatMap((each) =>
        each.is === 'there'
          ? [
              {
                id: each.id,
                files: each.files,
                reached: each.judgement?.is === 'judged' ? reachedIn(each.judgement.results) : [],
                total: each.exercise.goals.length,
                solvedAt: each.solvedAt,
              },
            ]
          : [],
      ),
    });
    download(`${fileName(name)}-${fileName(assignment.title)}.json`, text);
  };
  return (
    <section aria-label="Hand in" className="assignment-hand-in">
      <h2 className="text-xl">Hand in</h2>
      <p className="mt-2 max-w-2xl">
        The result file holds your name, your files and what the checker said of them. Nothing is sent: you
        save the file and pass it on as you were told. It is no certificate; whoever receives it has the files
        checked again.
      </p>
      <form
        className="mt-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="grid gap-1">
          Your name
          <input
            className="field"
            required
            maxLength={100}
            autoComplete="name"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <button type="submit" className="button button-strong" disabled={!ready}>
          Save the result file
        </button>
      </form>
    </section>
  );
}

/** Letters and digits of a text, fit for a file's name on any system. */
const fileName = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'result';

function useAssignment(): Assignment | null | 'unread' {
  const [assignment, setAssignment] = useState<Assignment | null | 'unread'>('unread');
  useEffect(() => {
    const read = () => setAssignment(assignmentIn(location.hash));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return assignment;
}
