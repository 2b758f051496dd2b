import { readProject } from '../read-project.ts';
import type { Project } from '../types.ts';
import { buildOf } from './build.ts';
import type { BuildRun, BuildRunStep } from './cache/predict.ts';
import { rebuilds } from './cache/rebuilds.ts';
import { transcript } from './cache/transcript.ts';
import { filesOfLayers, type LayerFiles } from './layer-files.ts';
import { otherBases } from './other-bases.ts';
import type { Build, BuiltStage, BuiltStep, LayerSize } from './types.ts';

/** The build on paper as plain data for whoever draws it; fit for `postMessage`. */
export interface BuildView {
  /** Of the image's own layers, lowest first; the base image's count as one. */
  layers: LayerView[];
  total: SizeView;
  stages: StageView[];
  /** What the same Dockerfile comes to on other variants of its base image. */
  otherBases: OtherBaseView[];
  /** In BuildKit's words, null when nothing is known to fail. */
  failure: string | null;
  /** What `docker inspect` would show of it; empty strings where nothing is set or known. */
  config: { user: string; workdir: string; command: string; ports: string; healthcheck: string };
}

/** Bytes; undefined where nothing can be said. */
export interface SizeView {
  bytes: number | undefined;
  /** Computed from known files; else at least partly an estimate. */
  exact: boolean;
  /** Something whose size is not known comes on top. */
  open: boolean;
}

export interface OtherBaseView {
  reference: string;
  total: SizeView;
  /** In BuildKit's words, null when nothing is known to fail there. */
  failure: string | null;
}

export interface LayerView extends SizeView, LayerFiles {
  /** `RUN pip install -r requirements.txt`, or the base image's name. */
  text: string;
  /** 1-based line of the instruction. */
  line: number;
  kind: 'base' | 'step';
  /** What the figure is made of, biggest first. */
  parts: readonly { what: string; bytes: number }[];
}

export interface StageView {
  index: number;
  name: string;
  /** The image or stage that it starts from. */
  base: string;
  /** Stages that it takes something from, by index. */
  uses: readonly number[];
  needed: boolean;
  isTarget: boolean;
}

/** One line of a build's output. */
export interface RunLine {
  text: string;
  status: BuildRunStep['status'] | 'note';
  /** 1-based line of the Dockerfile, null where the line is about none. */
  line: number | null;
  /** Why a step is carried out again. */
  reason: string | null;
}

/** A cold build, and the one after an edit. */
export interface RebuildView {
  first: RunLine[];
  second: RunLine[];
}

/** Runs the build of a project on paper. */
export function buildView(project: Project): BuildView {
  const dockerfile = readProject(project);
  const build = buildOf(dockerfile, project);
  return {
    layers: layersOf(build),
    total: sizeView(build.size),
    stages: build.stages.map((stage) => stageView(stage, build)),
    otherBases: otherBases(project, dockerfile, build).map(({ total, ...other }) => ({
      ...other,
      total: sizeView(total),
    })),
    failure: build.failure?.message ?? null,
    config: configView(build),
  };
}

/**
 * Predicts a build and the one after a file has been edited.
 * @param path - the file that gets another content, null to build again without a change.
 */
export function rebuildView(project: Project, path: string | null): RebuildView {
  const files = path === null ? {} : { [path]: edited(project, path) };
  const { first, second } = rebuilds(project, { files }, readProject(project));
  return { first: runLines(first, project), second: runLines(second, project) };
}

function edited(project: Project, path: string): string {
  const entry = project.files.get(path);
  const content = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
  return `${content}\n# edited\n`;
}

function runLines(run: BuildRun, project: Project): RunLine[] {
  return transcript(run, project.dockerfile).map(({ text, step }) => ({
    text,
    status: step?.status ?? 'note',
    line: step?.line ?? null,
    reason: step?.reason ?? null,
  }));
}

function layersOf(build: Build): LayerView[] {
  const chain: BuiltStage[] = [];
  for (
    let stage = build.image;
    stage;
    stage = stage.base.kind === 'stage' ? (build.stages[stage.base.stage] ?? null) : null
  ) {
    chain.unshift(stage);
  }
  const [bottom] = chain;
  if (!bottom) return [];
  const { base, from } = bottom;
  const ground: LayerView = {
    kind: 'base',
    text:
      base.kind === 'image'
        ? base.reference
        : base.kind === 'scratch'
          ? 'scratch'
          : 'an image that is not known',
    line: from.startLine,
    parts: [],
    ...NO_FILES,
    unnamed: base.kind !== 'scratch',
    bytes: base.kind === 'scratch' ? 0 : base.kind === 'image' ? base.bytes : undefined,
    exact: base.kind === 'scratch' || (base.kind === 'image' && base.exact),
    open: base.kind === 'unknown' || (base.kind === 'image' && base.bytes === undefined),
  };
  const steps = chain.flatMap((stage) => stage.steps.filter(({ layer }) => layer !== null));
  const files = filesOfLayers(steps);
  return [ground, ...steps.map((step, at) => layerOf(step, files[at] ?? NO_FILES))];
}

/** The layers of a base image hold more than anybody knows here. */
const NO_FILES: LayerFiles = { files: [], more: 0, unnamed: true, wasted: 0 };

function layerOf({ instruction, layer }: BuiltStep, files: LayerFiles): LayerView {
  const text = instruction.line.text.trim().replace(/\s+/g, ' ');
  const size = layer ?? { bytes: 0, exact: true, open: false, parts: [] };
  return {
    kind: 'step',
    text,
    line: instruction.startLine,
    parts: size.parts,
    ...sizeView(size),
    ...files,
  };
}

function sizeView({ bytes, exact, open }: LayerSize): SizeView {
  return { bytes, exact, open };
}

function stageView({ index, name, base, from, uses }: BuiltStage, build: Build): StageView {
  const below = base.kind === 'stage' ? build.stages[base.stage] : undefined;
  return {
    index,
    name: name ?? `stage ${index}`,
    base: below
      ? (below.name ?? `stage ${below.index}`)
      : base.kind === 'image'
        ? base.reference
        : from.image.text,
    uses,
    needed: build.needed.includes(index),
    isTarget: index === build.target,
  };
}

function configView({ image }: Build): BuildView['config'] {
  const config = image?.end.config;
  const words = (argv: readonly string[] | undefined) => (argv ?? []).join(' ');
  const check = config?.healthcheck;
  return {
    user: config?.user === '' ? 'root' : (config?.user ?? ''),
    workdir: config?.workdir ?? '',
    command: [words(config?.entrypoint?.argv), words(config?.cmd?.argv)].filter(Boolean).join(' '),
    ports: (config?.ports ?? []).map(({ port, protocol }) => `${port}/${protocol}`).join(', '),
    healthcheck: check && check !== 'none' ? words(check.command.argv) : '',
  };
}
