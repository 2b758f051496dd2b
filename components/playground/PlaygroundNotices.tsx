import type { ReactNode } from 'react';
import type { GuestChoice } from './useGuest';
import type { PlaygroundFiles } from './usePlayground';
import type { Taking } from './useTaking';

/** What became of files that came or went, and the way back. */
export function PlaygroundNotices({
  own,
  visit,
  taking,
}: {
  own: PlaygroundFiles;
  visit: GuestChoice;
  taking: Taking;
}) {
  const { guest } = visit;
  return (
    <>
      <div role="alert">
        {guest.is === 'refused' && (
          <Notice says={guest.why}>
            <Choice onClick={visit.leave}>Go on with my files</Choice>
          </Notice>
        )}
        {guest.is === 'choice' && (
          <Notice says={`${guest.what}. You see its files and the verdict on them. Your own are untouched.`}>
            <Choice onClick={visit.leave}>Keep mine</Choice>
            <Choice onClick={visit.take}>Take these</Choice>
          </Notice>
        )}
        {taking.says && taking.says.notes.length > 0 && (
          <Notice says={taking.says.notes.join(' ')}>
            <Choice onClick={taking.forget}>All right</Choice>
          </Notice>
        )}
        {own.keeping === 'too-large' && (
          <Notice says="These files are more than this page keeps between visits, which is a million characters. They work here, but will be gone when you close the page: download them as a zip." />
        )}
      </div>
      <div role="status">
        {guest.is === 'loading' && <Notice says="The example is being loaded." />}
        {taking.busy && <Notice says="The files are being read." />}
        {taking.over && (
          <Notice says="Let go: a folder or a zip becomes the project, single files join it." />
        )}
        {own.before && guest.is !== 'choice' && (
          <Notice says={own.before.says}>
            <Choice onClick={own.undo}>Undo</Choice>
          </Notice>
        )}
      </div>
    </>
  );
}

function Notice({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="notice link-notice">
      <p>{says}</p>
      {children}
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
