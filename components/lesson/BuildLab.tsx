import { buildView, type RunLine, rebuildView } from '@/checker/image/view.ts';
import { check } from '@/checker/index.ts';
import { lab, labProject } from '@/content/labs';
import { Terminal } from '../build/BuildOutput';
import { LayerFiles } from '../build/LayerFiles';
import { type BuildSide, buildSides } from '../build/sides';
import { Source } from '../exercise/Source';
import { LabIsland } from '../lab/LabIsland';
import './lab.css';

interface Props {
  /** Folder in `content/labs/`. */
  id: string;
  /** Sides of the build to show, the first one at first: `['Layers']`. All by default. */
  views?: readonly BuildSide[];
  /** Files with a button that edits them and builds again. Every file but the Dockerfile by default. */
  edits?: readonly string[];
  /** Whether the reader may only look at the files and press the buttons. */
  readOnly?: boolean;
}

/**
 * A small project in a lesson, built on paper as the reader edits it. Without JavaScript it is the Dockerfile and
 * what its first build prints, or what its layers hold where `Files` is the first side.
 *
 * For authors: make `content/labs/<id>/lab.yaml` with a `title`, and the project's files, the Dockerfile among
 * them, in `content/labs/<id>/files/`. `lab.yaml` may also say
 * - `editable`: the files that can be typed in, `[Dockerfile]` by default;
 * - `fails`: BuildKit's words at which the build fails, for a lab that is meant to fail;
 * - `breaks`: the rules that find an error, for a lab that is meant to have one;
 * - `setup`: `outcomes`, `buildArgs`, `target` and `secrets` of the project, as in an exercise's `goals.ts`.
 *
 * `content/labs.test.ts` holds the lab to what it says. In the lesson:
 * ```mdx
 * import { BuildLab } from '@/components/lesson/BuildLab';
 *
 * <BuildLab id="install-before-code" edits={['main.py', 'requirements.txt']} views={['Build output']} />
 * ```
 * @throws at build time when there is no such lab, or a name in `edits` is not one of its files.
 */
export function BuildLab({ id, views = buildSides, edits, readOnly = false }: Props) {
  const { promise: _, ...read } = lab(id);
  const project = labProject(read);
  const paths = edits ?? Object.keys(read.files).filter((path) => path !== 'Dockerfile');
  for (const path of paths)
    if (!(path in read.files)) throw new Error(`Lab "${id}" has no file "${path}" to edit`);
  const shown = readOnly ? { ...read, editable: [] } : read;
  const first = read.editable[0] ?? 'Dockerfile';
  const { refusal } = check(project);
  const initial = refusal
    ? { build: null, rebuild: null }
    : { build: buildView(project), rebuild: rebuildView(project, null) };
  return (
    <section className="exercise lab" aria-label={read.title}>
      <p className="lab-title">
        <span className="stencil block">Try it</span>
        {read.title}
      </p>
      <LabIsland lab={shown} first={first} initial={initial} views={views} paths={paths}>
        <p className="tab-static">{first}</p>
        <Source path={first} text={read.files[first] ?? ''} />
        <div className="view-body">
          {views[0] === 'Files' && initial.build ? (
            <LayerFiles layers={initial.build.layers} />
          ) : (
            <>
              <p className="view-note">What a first build prints. A prediction: nothing was built.</p>
              <Terminal lines={initial.rebuild?.first ?? [refused(refusal?.message ?? '')]} />
            </>
          )}
          <noscript>
            <p className="mt-4 text-soft">
              To edit the files and build again, allow JavaScript for this page.
            </p>
          </noscript>
        </div>
      </LabIsland>
    </section>
  );
}

const refused = (words: string): RunLine => ({
  text: `ERROR: failed to build: failed to solve: ${words}`,
  status: 'note',
  line: null,
  reason: null,
});
