'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { CopyField } from '../share/CopyField';
import { embedSnippet } from '../share/embed-snippet';
import { siteUrl } from '../share/site';
import { type Message, NAME } from './messages';
import '../share/share.css';
import './embed.css';

/** Lines of the log that are kept. */
const most = 50;

/** An exercise in a frame, and its news as the page around it receives them. */
export function EmbedExample({ exercises }: { exercises: { id: string; title: string }[] }) {
  const selectId = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const [id, setId] = useState(exercises[0]?.id ?? '');
  const [height, setHeight] = useState(900);
  const [log, setLog] = useState<string[]>([]);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => setAddress(siteUrl(`/embed/${id}/#origin=${location.origin}`)), [id]);

  useEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent<Message>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow || data?.source !== NAME)
        return;
      if (data.type === 'height') setHeight(data.height);
      const { source: _, version: __, ...rest } = data;
      setLog((before) => [...before, JSON.stringify(rest)].slice(-most));
    };
    addEventListener('message', hear);
    // The frame may have been quicker than this page.
    frame.current?.contentWindow?.postMessage({ target: NAME, version: 1, type: 'hello' }, location.origin);
    return () => removeEventListener('message', hear);
  }, []);

  const title = exercises.find((each) => each.id === id)?.title ?? '';
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <label htmlFor={selectId}>Exercise</label>
        <select id={selectId} className="field" value={id} onChange={({ target }) => setId(target.value)}>
          {exercises.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </p>
      {address && (
        <>
          <CopyField label="For your page" rows={5} value={embedSnippet(siteUrl(`/embed/${id}/`), title)} />
          <iframe
            key={id}
            ref={frame}
            className="embed-example wide"
            src={address}
            title={`Exercise: ${title}`}
            height={height}
            allow="clipboard-write"
          />
        </>
      )}
      <ol className="embed-log wide" aria-label="Messages from the frame" tabIndex={0}>
        {log.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ol>
    </>
  );
}
