import type { ReactNode } from 'react';

const looks = {
  note: { label: 'Worth knowing', border: 'border-marine', ink: 'text-marine' },
  trap: { label: 'Trap', border: 'border-fail', ink: 'text-fail' },
  post: { label: 'About the post', border: 'border-warn', ink: 'text-warn' },
};

/** A remark beside the text: something worth knowing, a trap, or where the mirrored post is thin or wrong. */
export function Note({
  kind = 'note',
  title,
  children,
}: {
  kind?: keyof typeof looks;
  title?: string;
  children: ReactNode;
}) {
  const { label, border, ink } = looks[kind];
  return (
    // A note is no landmark, so a page may have several of one name.
    <div
      role="note"
      aria-label={title ?? label}
      className={`border-l-4 bg-surface px-5 py-4 ${border} [&>*+*]:mt-3`}
    >
      <p className={`font-bold ${ink}`}>{title ?? label}</p>
      {children}
    </div>
  );
}
