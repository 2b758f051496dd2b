import { type ReactNode, useId, useRef, useState } from 'react';
import './share.css';

/** A button, and the dialog that it opens; the dialog's contents are made afresh each time. */
export function DialogButton({
  label,
  title,
  children,
}: {
  label: string;
  title: string;
  children: ReactNode | (() => ReactNode);
}) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={show}>
        {label}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={() => setOpen(false)}>
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        {open && (typeof children === 'function' ? children() : children)}
      </dialog>
    </>
  );
}
