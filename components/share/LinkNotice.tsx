import type { Link } from './useLink';

/** What a link brought along, and the learner's say in it. */
export function LinkNotice({ link }: { link: Link }) {
  const { opening, before } = link;
  return (
    <div role="alert">
      {opening.is === 'refused' && (
        <div className="notice link-notice">
          <p>{opening.why}</p>
          <Choice onClick={link.keepMine}>Go on with my files</Choice>
        </div>
      )}
      {opening.is === 'choice' && (
        <div className="notice link-notice">
          <p>
            <strong>Shared files.</strong> You see what the link carries, and the verdict on it. Your own
            draft is untouched.
          </p>
          <Choice onClick={link.keepMine}>Keep mine</Choice>
          <Choice onClick={link.takeTheirs}>Take these</Choice>
        </div>
      )}
      {opening.is === 'own' && before && (
        <div className="notice link-notice">
          <p>These files came with a link. Your own from before are kept.</p>
          <Choice onClick={link.bringBack}>Undo: bring mine back</Choice>
          <Choice onClick={link.forgetBefore}>Forget mine</Choice>
        </div>
      )}
    </div>
  );
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {children}
    </button>
  );
}
