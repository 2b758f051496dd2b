import { figureSources } from './figures';
import { MachinePicture } from './MachinePicture';
import './machines.css';

/**
 * Two apps on one host, as virtual machines and as containers, to start and stop. Without JavaScript it is the
 * picture of both running, with its figures.
 */
export function TwoApps() {
  return (
    <figure className="machines wide" aria-labelledby="machines-title">
      <p className="machines-title" id="machines-title">
        <span className="stencil block">Try it</span>
        Two apps on one host, twice
      </p>
      <MachinePicture />
      <figcaption className="machines-sources">
        <p>
          A model: nothing is started. The figures are other people’s, of different machines and measured in
          different ways, so compare their size and not their digits. Where nobody’s figure could be found
          that holds in general, there is none.
        </p>
        <ol>
          {Object.entries(figureSources).map(([id, { title, url }]) => (
            <li key={id} id={`machines-${id}`}>
              <a className="link" href={url} rel="noreferrer">
                {title}
              </a>{' '}
              <span className="text-soft">(read 2026-11)</span>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
