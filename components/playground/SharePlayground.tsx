import { CopyField } from '../share/CopyField';
import { DialogButton } from '../share/DialogButton';
import { siteUrl } from '../share/site';
import { playgroundFragment } from './playground-link';
import type { OwnProject } from './project';

/** A link that carries the whole project. */
export function SharePlayground({ project }: { project: OwnProject }) {
  return (
    <DialogButton label="Share" title="Share this project">
      {() => <ShareForm project={project} />}
    </DialogButton>
  );
}

function ShareForm({ project }: { project: OwnProject }) {
  const fragment = playgroundFragment(project);
  return (
    <div className="dialog-body">
      {fragment === null ? (
        <p className="notice" role="alert">
          This project is too large for a link: it would be longer than chat programs and mail carry whole.
          Remove what the build does not need, or download the project as a zip and send that.
        </p>
      ) : (
        <CopyField label="Link" value={siteUrl(`/playground/${fragment}`)} />
      )}
      <p className="text-soft">
        The files are in the link itself, after the #: no server sees them. Whoever has the link can read
        them, so share no passwords.
      </p>
    </div>
  );
}
