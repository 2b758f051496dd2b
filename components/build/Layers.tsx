import type { BuildView, LayerView } from '@/checker/image/view.ts';
import { megabytes, sizeText } from './sizes';

/** The image's layers, the last one on top, each with what it adds. */
export function Layers({ view: { layers, total, otherBases, config } }: { view: BuildView }) {
  const wasted = layers.reduce((sum, layer) => sum + layer.wasted, 0);
  const largest = Math.max(1, ...layers.map(({ bytes }) => bytes ?? 0));
  return (
    <>
      <ol className="layers" reversed>
        {layers.toReversed().map((layer) => (
          <Layer key={`${layer.line} ${layer.text}`} layer={layer} largest={largest} />
        ))}
      </ol>
      <p className="layers-total">
        The image: <strong>{sizeText(total)}</strong> uncompressed. ≈ marks an estimate.
        {wasted > 0 &&
          ` ${megabytes(wasted)} of it are files that a later layer deletes or replaces, and that travel all the same.`}
      </p>
      {otherBases.length > 0 && (
        <>
          <p className="layers-others">The same Dockerfile on another base:</p>
          <ul className="layers-others-list">
            {otherBases.map(({ reference, total, failure }) => (
              <li key={reference}>
                <code>{reference}</code>{' '}
                {failure === null ? (
                  <strong>{sizeText(total)}</strong>
                ) : (
                  <>
                    does not build: <code>{failure}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className="build-config">
        <Setting name="Runs as" value={config.user || 'not known'} />
        <Setting name="In" value={config.workdir || 'not known'} />
        <Setting name="Starts" value={config.command || 'nothing known'} />
        <Setting name="Ports" value={config.ports || 'none'} />
        <Setting name="Health check" value={config.healthcheck || 'none'} />
      </dl>
    </>
  );
}

function Layer({ layer, largest }: { layer: LayerView; largest: number }) {
  const { text, line, kind, bytes, parts, wasted } = layer;
  const width = `${Math.max(0.6, ((bytes ?? 0) / largest) * 100)}%`;
  return (
    <li className={`layer layer-${kind}`}>
      <span className="layer-text">
        <span className="layer-line">line {line}</span> <code>{text}</code>
      </span>
      <span className="layer-size">{sizeText(layer)}</span>
      <span className="layer-bar" aria-hidden="true">
        <span style={{ width }} />
      </span>
      {parts.length > 0 && (
        <span className="layer-parts">
          {parts
            .slice(0, 3)
            .map((part) => `${part.what} ${megabytes(part.bytes)}`)
            .join(', ')}
        </span>
      )}
      {wasted > 0 && (
        <span className="layer-wasted">
          {megabytes(wasted)} of it a later layer deletes or replaces: still here.
        </span>
      )}
    </li>
  );
}

function Setting({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}
