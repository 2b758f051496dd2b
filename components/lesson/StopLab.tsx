import { lifecycleView } from '@/checker/image/runtime/lifecycle.ts';
import { lab, labProject } from '@/content/labs';
import { Source } from '../exercise/Source';
import { AllSteps } from '../lab/AllSteps';
import { StopIsland } from '../lab/StopIsland';
import './lab.css';
import './stop-lab.css';

interface Props {
  title: string;
  /** Folders in `content/labs/`, each a container to begin with; the first one is shown at first. */
  ids: readonly string[];
}

/**
 * Starts and stops a container of the reader's own Dockerfile on paper, step by step: which command is put
 * together, what process 1 is, and what `docker stop` does to it. Without JavaScript it is the first container
 * and its steps in words.
 *
 * For authors: each id is a lab as for `BuildLab`; its title is the name of the button.
 * ```mdx
 * <StopLab title="Start it, stop it" ids={['stop-shell-form', 'stop-exec-form']} />
 * ```
 * @throws at build time when there is no such lab.
 */
export function StopLab({ title, ids }: Props) {
  const presets = ids.map((id) => {
    const { promise: _, ...read } = lab(id);
    return { lab: read, initial: lifecycleView(labProject(read), { args: [], init: false, timeout: 10 }) };
  });
  const [first] = presets;
  if (!first) throw new Error('StopLab needs at least one lab');
  return (
    <section className="exercise lab stop-lab" aria-label={title}>
      <p className="lab-title">
        <span className="stencil block">Try it</span>
        {title}
      </p>
      <StopIsland presets={presets}>
        <p className="tab-static">Dockerfile</p>
        <Source path="Dockerfile" text={first.lab.files.Dockerfile ?? ''} />
        <div className="life">
          <p className="life-title">From start to stop</p>
          <AllSteps steps={first.initial.steps} />
          <noscript>
            <p className="mt-4 text-soft">
              To change the files and go through the steps, allow JavaScript for this page.
            </p>
          </noscript>
        </div>
      </StopIsland>
    </section>
  );
}
