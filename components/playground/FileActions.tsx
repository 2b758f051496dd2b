import { useId, useState } from 'react';
import { DialogButton } from '../share/DialogButton';
import { downloadProject } from './download-project';
import { readPath, removeFile, renameFile } from './project';
import type { PlaygroundFiles } from './usePlayground';

/** What can be done with the open file, and with all of them. */
export function FileActions({
  own,
  path,
  onRenamed,
}: {
  own: PlaygroundFiles;
  path: string;
  onRenamed: (path: string) => void;
}) {
  return (
    <>
      <DialogButton label="Rename" title={`Rename ${path}`}>
        {(close) => (
          <RenameForm
            own={own}
            path={path}
            onRenamed={(to) => {
              onRenamed(to);
              close();
            }}
          />
        )}
      </DialogButton>
      <button
        type="button"
        className="button"
        onClick={() => own.replace(removeFile(own.project, path), `Removed: ${path}.`)}
      >
        Remove
      </button>
      <button type="button" className="button" onClick={() => downloadProject(own.project)}>
        Download as zip
      </button>
    </>
  );
}

function RenameForm({
  own,
  path,
  onRenamed,
}: {
  own: PlaygroundFiles;
  path: string;
  onRenamed: (path: string) => void;
}) {
  const id = useId();
  const [name, setName] = useState(path);
  const [wrong, setWrong] = useState('');
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === path) return onRenamed(path);
        const read = readPath(name, removeFile(own.project, path));
        if ('wrong' in read) return setWrong(read.wrong);
        own.change(renameFile(own.project, path, read.path));
        onRenamed(read.path);
      }}
    >
      <label htmlFor={id}>New path</label>
      <input
        id={id}
        className="field"
        value={name}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-wrong`}
        onChange={({ target }) => setName(target.value)}
      />
      <p id={`${id}-wrong`} role="alert" className="project-wrong">
        {wrong}
      </p>
      <p>
        <button type="submit" className="button button-strong">
          Rename
        </button>
      </p>
    </form>
  );
}
