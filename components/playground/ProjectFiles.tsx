import { type FormEvent, useId, useState } from 'react';
import { DialogButton } from '../share/DialogButton';
import { addFile, emptyProject, type OwnProject, pathsOf, readPath } from './project';
import { sample } from './sample';
import type { PlaygroundFiles } from './usePlayground';
import type { Taking } from './useTaking';

/** Files that are listed at once; the rest is found by typing a part of the name. */
const most = 200;

interface Props {
  project: OwnProject;
  /** Path of the file that is open. */
  open: string;
  mayEdit: boolean;
  onOpen: (path: string) => void;
  own: PlaygroundFiles;
  taking: Taking;
}

/** Every file of the project, and the ways to bring more. */
export function ProjectFiles({ project, open, mayEdit, onOpen, own, taking }: Props) {
  const [part, setPart] = useState('');
  const paths = pathsOf(project);
  const found = paths.filter((path) => path.toLowerCase().includes(part.trim().toLowerCase()));
  return (
    <section className="project-files" aria-label="Project">
      <h2 className="panel-title">
        Files <span className="copy-length">{paths.length.toLocaleString('en')}</span>
      </h2>
      {paths.length > 12 && (
        <label className="block">
          <span className="sr-only">Find a file</span>
          <input
            type="search"
            className="field w-full"
            placeholder="Find a file"
            value={part}
            onChange={({ target }) => setPart(target.value)}
          />
        </label>
      )}
      <ul className="project-list" aria-label="Files of the project" tabIndex={0}>
        {found.slice(0, most).map((path) => (
          <li key={path}>
            {Object.hasOwn(project.files, path) ? (
              <button
                type="button"
                className="project-file"
                aria-current={path === open || undefined}
                onClick={() => onOpen(path)}
              >
                {path}
              </button>
            ) : (
              <span className="project-file project-size">
                {path} <span>{bytes(project.sizes[path] ?? 0)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p className="panel-empty">
          And {(found.length - most).toLocaleString('en')} more: type a part of the name to find them.
        </p>
      )}
      {found.length === 0 && paths.length > 0 && <p className="panel-empty">No file has this in its name.</p>}
      {mayEdit && (
        <>
          <NewFile project={project} onAdd={own.change} onOpen={onOpen} />
          <FromMachine taking={taking} />
          <Beginnings own={own} />
        </>
      )}
    </section>
  );
}

function NewFile({
  project,
  onAdd,
  onOpen,
}: {
  project: OwnProject;
  onAdd: (project: OwnProject) => void;
  onOpen: (path: string) => void;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState('');
  const add = (text: string) => {
    const read = readPath(text, project);
    if ('wrong' in read) return setWrong(read.wrong);
    onAdd(addFile(project, read.path));
    onOpen(read.path);
    setName('');
    setWrong('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(name);
  };
  const missing = ['Dockerfile', '.dockerignore', 'compose.yaml'].filter(
    (path) => !Object.hasOwn(project.files, path),
  );
  return (
    <form className="project-new" onSubmit={submit}>
      <label htmlFor={id} className="sr-only">
        Path of a new file
      </label>
      <input
        id={id}
        className="field"
        placeholder="src/new-file.js"
        value={name}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-wrong`}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button">
        Add
      </button>
      <p id={`${id}-wrong`} role="alert" className="project-wrong">
        {wrong}
      </p>
      {missing.length > 0 && (
        <p className="project-missing">
          {missing.map((path) => (
            <button key={path} type="button" className="link" onClick={() => add(path)}>
              + {path}
            </button>
          ))}
        </p>
      )}
    </form>
  );
}

function FromMachine({ taking }: { taking: Taking }) {
  return (
    <div className="project-buttons">
      <FileButton label="Files or a zip" onChoose={taking.choose} />
      <FileButton label="A folder" folder onChoose={taking.choose} />
      <p className="panel-empty">Or drop them here. They are read in this page and sent nowhere.</p>
    </div>
  );
}

function FileButton({
  label,
  folder = false,
  onChoose,
}: {
  label: string;
  folder?: boolean;
  onChoose: (list: FileList | null) => void;
}) {
  return (
    <label className="button cursor-pointer focus-within:outline-3">
      {label}
      <input
        type="file"
        multiple
        // Not among the attributes that React knows.
        {...(folder ? { webkitdirectory: '' } : {})}
        className="sr-only"
        onChange={({ target }) => {
          onChoose(target.files);
          target.value = '';
        }}
      />
    </label>
  );
}

/** Ways to begin anew; what stands now can be brought back. */
function Beginnings({ own }: { own: PlaygroundFiles }) {
  return (
    <div className="project-buttons">
      <DialogButton label="Paste a Dockerfile" title="Paste a Dockerfile">
        {(close) => (
          <PasteForm
            onPaste={(text) => {
              own.replace(
                addFile(emptyProject, 'Dockerfile', text),
                'A pasted Dockerfile took the place of your files.',
              );
              close();
            }}
          />
        )}
      </DialogButton>
      <button
        type="button"
        className="button"
        disabled={own.untouched}
        onClick={() => own.replace(sample, 'The sample took the place of your files.')}
      >
        The sample
      </button>
    </div>
  );
}

function PasteForm({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault();
        onPaste(text);
      }}
    >
      <label>
        The Dockerfile
        <textarea
          className="editor-plain border border-line"
          rows={12}
          value={text}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className="text-soft">
        Of the files beside it nothing is known then, so nothing is said about what COPY finds.
      </p>
      <p>
        <button type="submit" className="button button-strong" disabled={text.trim() === ''}>
          Check this one
        </button>
      </p>
    </form>
  );
}

function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  return size < 1_000_000 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
