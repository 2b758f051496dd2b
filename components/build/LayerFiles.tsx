import type { LayerFile } from '@/checker/image/layer-files.ts';
import type { LayerView } from '@/checker/image/view.ts';
import { megabytes } from './sizes';
import './layer-files.css';

/**
 * What each layer of the image holds, the last one on top. Layers and files unfold by themselves, so that it can be
 * read without JavaScript too.
 */
export function LayerFiles({ layers }: { layers: readonly LayerView[] }) {
  const steps = layers.filter(({ kind }) => kind === 'step');
  return (
    <>
      <p className="layer-files-lead">
        Open a layer, then a file. A layer keeps what it holds, whatever the layers above it say.
      </p>
      <ol className="layer-files" reversed>
        <li>
          <details>
            <summary>
              <span>What a container sees: all layers, one upon the other</span>
            </summary>
            <Seen steps={steps} />
          </details>
        </li>
        {steps.toReversed().map((layer) => (
          <li key={`${layer.line} ${layer.text}`}>
            <Layer layer={layer} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Layer({ layer }: { layer: LayerView }) {
  const { text, line, files, more, unnamed } = layer;
  const held = files.filter(({ change }) => change !== 'deleted').length + more;
  const gone = files.length + more - held;
  const count = [
    ...(held > 0 ? [`${held} ${held === 1 ? 'file' : 'files'}${unnamed ? ' and more' : ''}`] : []),
    ...(gone > 0 ? [`${gone} deleted`] : []),
  ];
  return (
    <details>
      <summary>
        <span>
          <span className="layer-line">line {line}</span> <code>{text}</code>
        </span>{' '}
        <span className="layer-count">{count.join(', ') || (unnamed ? 'not known' : 'no files')}</span>
      </summary>
      <ul>
        {files.map((file) => (
          <li key={file.path}>
            <File file={file} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more.</p>}
      {unnamed && <p>This step writes files that are not known by name.</p>}
    </details>
  );
}

function File({ file: { path, change, bytes, text, hidden } }: { file: LayerFile }) {
  const about = [
    ...(change === 'added' ? [] : [change]),
    ...(change === 'deleted' || bytes === undefined ? [] : [megabytes(bytes)]),
  ];
  const name = (
    <>
      <code>{path}</code> <span className="layer-count">{about.join(', ')}</span>
      {hidden && (
        <strong>
          {' '}
          {hidden.by === 'deleted' ? 'deleted' : 'replaced'} in line {hidden.line}, and still here
        </strong>
      )}
    </>
  );
  if (text === null) return <p>{name}</p>;
  return (
    <details>
      <summary>{name}</summary>
      <pre tabIndex={0}>{text === '' ? '(empty)' : text}</pre>
    </details>
  );
}

/** The files that no later layer deletes or replaces. */
function Seen({ steps }: { steps: readonly LayerView[] }) {
  const seen = steps
    .flatMap(({ files }) => files)
    .filter(({ change, hidden }) => change !== 'deleted' && hidden === null)
    .map(({ path }) => path)
    .sort();
  return (
    <>
      <ul>
        {seen.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
      <p>And what the base image holds, and what has no name above.</p>
    </>
  );
}
