import { type ReactNode, useId, useRef, useState } from 'react';
import './share.css';

/** A button, and the dialog that it opens; the dialog's contents are made afresh each time. */
export function DialogButton({
  label,
  spoken,
  title,
  children,
}: {
  label: string;
  /** Said before the label, where the label alone would not tell one button from another. */
  spoken?: string;
  title: string;
  /** Is given what closes the dialog. */
  children: (close: () => void) => ReactNode;
}) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={show}>
        {spoken && <span className="sr-only">{spoken}: </span>}
        {label}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={() => setOpen(false)}>
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button" onClick={close}>
            Close
          </button>
        </div>
        {open && children(close)}
      </dialog>
    </>
  );
}
