import Link from 'next/link';
import './celebration.css';

interface Props {
  /** Whether the goals were reached just now, before the learner's eyes. */
  fresh: boolean;
  next: { title: string; path: string } | null;
}

/** Containers that are stacked when every goal is reached, and the way on. They stand still where motion is unwanted. */
export function Celebration({ fresh, next }: Props) {
  return (
    <div className="celebration" data-fresh={fresh || undefined}>
      <div className="celebration-stack" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((at) => (
          <span key={at} style={{ '--at': at } as React.CSSProperties} />
        ))}
      </div>
      <p>
        {next ? (
          <>
            Go on with{' '}
            <Link className="link" href={next.path} prefetch={false}>
              {next.title}
            </Link>
            .
          </>
        ) : (
          'This was the last exercise of the course.'
        )}
      </p>
    </div>
  );
}
