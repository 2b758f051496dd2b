import { useState } from 'react';
import type { ExerciseData, Files } from '../exercise/data';
import { exerciseFragment, type LinkOptions } from './address';
import { CopyField } from './CopyField';
import { DialogButton } from './DialogButton';
import { embedSnippet } from './embed-snippet';
import { OptionFields } from './OptionFields';
import { siteUrl } from './site';

interface Props {
  data: ExerciseData;
  files: Files;
  options: LinkOptions;
}

/** Makes links to an exercise: as it is, with the learner's files, with an instructor's wishes. */
export function ShareButton(props: Props) {
  return (
    <DialogButton label="Share" title="Share this exercise">
      {() => <ShareForm {...props} />}
    </DialogButton>
  );
}

function ShareForm({ data: { id, title, starter, goals }, files, options: opened }: Props) {
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
