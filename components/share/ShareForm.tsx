import { useState } from 'react';
import type { ExerciseData, Files } from '../exercise/data';
import type { LinkOptions } from './address';
import { CopyField } from './CopyField';
import { embedSnippet } from './embed-snippet';
import { exerciseFragment } from './exercise-fragment';
import { OptionFields } from './OptionFields';
import { siteUrl } from './site';

export interface ShareProps {
  data: ExerciseData;
  files: Files;
  options: LinkOptions;
}

/** What a link to an exercise is to carry, and the link. */
export default function ShareForm({
  data: { id, title, starter, goals },
  files,
  options: opened,
}: ShareProps) {
  const [withFiles, setWithFiles] = useState(true);
  const [options, setOptions] = useState(opened);
  const fragment = exerciseFragment(withFiles ? files : null, starter, options);
  return (
    <div className="dialog-body">
      <label className="option">
        <input type="checkbox" checked={withFiles} onChange={() => setWithFiles(!withFiles)} />
        With the files as they are in the editor
      </label>
      <OptionFields options={options} mostHints={goals.length} onChange={setOptions} />
      {fragment === null ? (
        <p className="notice" role="alert">
          These files are too many for a link: it would be longer than chat programs and mail carry whole.
          Send the files themselves, or a link without them.
        </p>
      ) : (
        <>
          <CopyField label="Link" value={siteUrl(`/exercises/${id}/${fragment}`)} />
          <CopyField
            label="For a page of yours"
            rows={5}
            value={embedSnippet(siteUrl(`/embed/${id}/${fragment}`), title)}
          />
        </>
      )}
      <p className="text-soft">
        The files are in the link itself, after the #: no server sees them. Whoever opens the link decides
        whether to take them.
      </p>
    </div>
  );
}
