import type { EditorStatus } from '../exercise/useEditorStatus';

/** Lets the reader choose between the full and the plain editor. */
export function EditorChoice({
  status,
  onChoose,
}: {
  status: EditorStatus;
  onChoose: (editor: 'plain' | 'full') => void;
}) {
  const plain = status.is === 'plain' && status.why !== 'loading';
  return (
    <button type="button" className="button" onClick={() => onChoose(plain ? 'full' : 'plain')}>
      {plain ? 'Use the full editor' : 'Use the plain editor'}
    </button>
  );
}
