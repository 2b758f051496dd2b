import type { RebuildView, RunLine } from '@/checker/image/view.ts';

interface Props {
  rebuild: RebuildView | null;
  paths: readonly string[];
  edited: string | null;
  onEdit: (path: string | null) => void;
}

const SPOKEN = {
  cached: 'from the cache',
  done: 'carried out',
  failed: 'failed',
  canceled: 'canceled',
  note: '',
} as const;

/** The build as the terminal prints it, with buttons that edit a file and build again. */
export function BuildOutput({ rebuild, paths, edited, onEdit }: Props) {
  const lines = edited === null ? rebuild?.first : rebuild?.second;
  const steps = (lines ?? []).filter(({ status }) => status !== 'note');
  const cached = steps.filter(({ status }) => status === 'cached').length;
  return (
    <>
      <div className="build-edits" role="group" aria-label="Edit a file and build again">
        <EditButton label="First build" pressed={edited === null} onPress={() => onEdit(null)} />
        <EditButton label="Build again" pressed={edited === ''} onPress={() => onEdit('')} />
        {paths.map((path) => (
          <EditButton
            key={path}
            label={`Edit ${path}, build again`}
            pressed={edited === path}
            onPress={() => onEdit(path)}
          />
        ))}
      </div>
      <p className="build-summary" aria-live="polite">
        {lines && edited !== null && `${cached} of ${steps.length} steps come from the cache.`}
      </p>
      <Terminal lines={lines ?? []} />
    </>
  );
}

/** The lines that a build prints; needs no JavaScript. */
export function Terminal({ lines }: { lines: readonly RunLine[] }) {
  return (
    <ol className="terminal" aria-label="Predicted build output" tabIndex={0}>
      {lines.map((line, at) => (
        <OutputLine key={`${at} ${line.text}`} line={line} />
      ))}
    </ol>
  );
}

function EditButton({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <button type="button" className="button" aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  );
}

function OutputLine({ line: { text, status, reason } }: { line: RunLine }) {
  return (
    <li className={`terminal-line terminal-${status}`}>
      <span>{text}</span>
      {SPOKEN[status] && <span className="sr-only"> ({SPOKEN[status]})</span>}
      {reason && <span className="terminal-reason">{reason}</span>}
    </li>
  );
}
