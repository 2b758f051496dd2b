'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { DoneMark } from './DoneMark';
import { download } from './download';
import { type Entries, minutesLeft, type Outline } from './progress';
import { progressFile, readProgressFile } from './progress-file';
import { keepEntries, keptEntries, storageWorks, useProgress } from './store';

type Notice = { says: string; undo?: Entries } | null;

/** What is done, what is left, and the reader's hold on it: save, load, forget. */
export function ProgressPage({ outline }: { outline: Outline }) {
  const progress = useProgress();
  const [loaded, setLoaded] = useState<Entries | null>(null);
  const [notice, setNotice] = useState<Notice>(null);
  // What does not work is said below every page.
  useEffect(() => void storageWorks(), []);

  const exercises = outline.lessons.flatMap((lesson) => lesson.exercises);
  const solved = exercises.filter(({ id }) => progress.solved.has(id)).length;
  const read = outline.lessons.filter(({ slug }) => progress.read.has(slug)).length;

  const put = (entries: Entries, how: 'replace' | 'add', says: string, undo?: Entries) => {
    const went = keepEntries(entries, how);
    setLoaded(null);
    if (went === 'kept') setNotice({ says, undo });
    else
      setNotice({ says: 'This browser could not keep all of it: its storage is full or not allowed.', undo });
  };
  const load = async (file: File | undefined) => {
    if (!file) return;
    const found = readProgressFile(await file.text());
    if (found.is === 'refused') setNotice({ says: found.why });
    else {
      setNotice(null);
      setLoaded(found.entries);
    }
  };

  return (
    <>
      <p className="mt-4 text-lg">
        <strong>
          {solved} of {exercises.length} exercises solved, {read} of {outline.lessons.length} lessons read.
        </strong>{' '}
        About {minutesLeft(outline, progress)} minutes are left.
      </p>
      <ol className="mt-8 grid gap-5">
        {outline.lessons.map((lesson) => (
          <li key={lesson.slug} className="border-t border-line pt-3">
            <p className="flex flex-wrap justify-between gap-x-4">
              <Link className="link font-semibold" href={`/lessons/${lesson.slug}/`}>
                {lesson.title}
              </Link>
              <span className="text-soft">
                <DoneMark kind="lesson" id={lesson.slug} /> {lesson.minutes} min
              </span>
            </p>
            <ul className="mt-1 grid gap-1 pl-5">
              {lesson.exercises.map(({ id, title, minutes }) => (
                <li key={id} className="flex flex-wrap justify-between gap-x-4">
                  <Link className="link" href={`/exercises/${id}/`}>
                    {title}
                  </Link>
                  <span className="text-soft">
                    <DoneMark kind="exercise" id={id} /> {minutes} min
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <h2 className="mt-12 text-2xl">Keep it, move it, forget it</h2>
      <p className="mt-2 max-w-prose text-soft">
        Your progress is kept in this browser alone. Save it as a file to have it elsewhere.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button
          type="button"
          className="button"
          onClick={() => download('containers-guide-progress.json', progressFile(keptEntries(), new Date()))}
        >
          Save as a file
        </button>
        <label className="button cursor-pointer focus-within:outline-3">
          Load from a file
          <input
            type="file"
            accept="application/json,.json"
            className="sr-only"
            onChange={(event) => {
              void load(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        <button
          type="button"
          className="button"
          onClick={() => put({}, 'replace', 'All progress was forgotten.', keptEntries())}
        >
          Forget all progress
        </button>
      </div>
      <div role="status" className="mt-4">
        {loaded && (
          <div className="notice mx-0">
            <p>
              The file holds {Object.keys(loaded).length} entries. What is kept here already can stay or go.
            </p>
            <p className="mt-2 flex flex-wrap gap-3">
              <button
                type="button"
                className="button"
                onClick={() => put(loaded, 'add', 'What was missing was added.', keptEntries())}
              >
                Add what is missing here
              </button>
              <button
                type="button"
                className="button"
                onClick={() =>
                  put(loaded, 'replace', 'Your progress is now that of the file.', keptEntries())
                }
              >
                Replace what is here
              </button>
              <button type="button" className="button" onClick={() => setLoaded(null)}>
                Change nothing
              </button>
            </p>
          </div>
        )}
        {notice && (
          <p className="notice mx-0">
            {notice.says}{' '}
            {notice.undo && (
              <button
                type="button"
                className="button ml-2"
                onClick={() => put(notice.undo ?? {}, 'replace', 'All is as it was before.')}
              >
                Undo
              </button>
            )}
          </p>
        )}
      </div>
    </>
  );
}
