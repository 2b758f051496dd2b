'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Outline } from '../progress/progress';
import { CopyField } from '../share/CopyField';
import { OptionFields } from '../share/OptionFields';
import { siteUrl } from '../share/site';
import { type Assignment, assignmentFragment, emptyAssignment } from './assignment';
import '../share/share.css';
import './assignment.css';

/** Hints that can be asked for at most; exercises have as many as they have goals. */
const mostHints = 5;

/** Puts an assignment together, which is a link and nothing else. */
export function ComposeAssignment({ outline }: { outline: Outline }) {
  const [assignment, setAssignment] = useState<Assignment>(emptyAssignment);
  const set = (part: Partial<Assignment>) => setAssignment({ ...assignment, ...part });
  const inOrder = outline.lessons.flatMap(({ exercises }) => exercises);
  const toggle = (id: string, wanted: boolean) =>
    set({
      exercises: inOrder
        .map((each) => each.id)
        .filter((each) => (each === id ? wanted : assignment.exercises.includes(each))),
    });
  const chosen = inOrder.filter(({ id }) => assignment.exercises.includes(id));
  const minutes = chosen.reduce((sum, each) => sum + each.minutes, 0);
  const fragment = assignmentFragment(assignment);
  return (
    <div className="compose-assignment">
      <div className="flex flex-wrap gap-4">
        <label className="grid flex-1 basis-64 gap-1">
          Title
          <input
            className="field"
            maxLength={200}
            value={assignment.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        </label>
        <label className="grid flex-1 basis-64 gap-1">
          Due, as you want to say it
          <input
            className="field"
            maxLength={200}
            placeholder="Friday, 12:00"
            value={assignment.due}
            onChange={({ target }) => set({ due: target.value })}
          />
        </label>
      </div>
      {outline.lessons
        .filter(({ exercises }) => exercises.length > 0)
        .map((lesson) => (
          <fieldset key={lesson.slug} className="compose-lesson">
            <legend>{lesson.title}</legend>
            {lesson.exercises.map(({ id, title, minutes: each }) => (
              <label key={id} className="option">
                <input
                  type="checkbox"
                  checked={assignment.exercises.includes(id)}
                  onChange={({ target }) => toggle(id, target.checked)}
                />
                <span>
                  {title} <span className="copy-length">{each} min</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      <OptionFields
        options={assignment.options}
        mostHints={mostHints}
        onChange={(options) => set({ options })}
      />
      <p role="status" className="text-soft">
        {chosen.length === 0
          ? 'Choose the exercises: the link stands here then.'
          : `${chosen.length === 1 ? 'One exercise' : `${chosen.length} exercises`}, about ${minutes} minutes.`}
      </p>
      {chosen.length > 0 && (
        <>
          <CopyField label="Link" value={siteUrl(`/assignment/${fragment}`)} />
          <p>
            <Link className="button" href={`/assignment/${fragment}`}>
              See it as a learner does
            </Link>
          </p>
        </>
      )}
    </div>
  );
}
