import { globalScope } from '../dockerfile/scope.ts';
import type { Dockerfile } from '../dockerfile/types.ts';
import type { Project } from '../types.ts';
import { Builder } from './builder.ts';
import { filesSent } from './context/dockerignore.ts';
import { contextTree } from './context-tree.ts';
import { totalSize } from './layer.ts';
import type { WorkTree } from './tree.ts';
import type { Build, BuiltStage, Failure, LayerSize } from './types.ts';

const builds = new WeakMap<Dockerfile, WeakMap<Project, Build>>();

/** As `build`, computed once for a Dockerfile and a project. */
export function buildOf(dockerfile: Dockerfile, project: Project): Build {
  const made = builds.get(dockerfile) ?? new WeakMap<Project, Build>();
  builds.set(dockerfile, made);
  const known = made.get(project) ?? build(dockerfile, project);
  made.set(project, known);
  return known;
}

/**
 * Runs a build on paper: what every stage contains after every step, as far as it is known.
 * A Dockerfile that BuildKit refuses is built as far as it can be read.
 */
export function build(dockerfile: Dockerfile, project: Project): Build {
  const context = contextOf(project);
  const global = globalScope(dockerfile.metaArgs, project.buildArgs ?? {}, dockerfile.escape);
  const builder = new Builder(dockerfile, project, context, global);
  for (const stage of dockerfile.stages) builder.buildStage(stage);
  const target = targetOf(dockerfile, project.target);
  const needed = neededFor(builder.stages, target);
  const image = builder.stages[target] ?? null;
  return {
    stages: builder.stages,
    target,
    needed,
    image,
    failure: firstFailure(builder.stages, needed),
    context,
    size: image ? sizeOf(builder.stages, image) : { bytes: undefined, exact: false, open: true, parts: [] },
  };
}

const contexts = new WeakMap<
  Project['files'],
  { dockerfile: string | undefined; known: boolean; tree: WorkTree }
>();

function contextOf(project: Project): WorkTree {
  const { files, dockerfile, contextKnown: known } = project;
  const made = contexts.get(files);
  if (made && made.dockerfile === dockerfile && made.known === known) return made.tree;
  const tree = readContext(project);
  contexts.set(files, { dockerfile, known, tree });
  return tree;
}

function readContext(project: Project): WorkTree {
  try {
    return contextTree(filesSent(project), project);
  } catch {
    // An ignore file that BuildKit cannot read: nothing is claimed about what is sent.
    return contextTree(new Map(), { ...project, contextKnown: false });
  }
}

function targetOf(dockerfile: Dockerfile, target: string | undefined): number {
  const last = dockerfile.stages.length - 1;
  if (target === undefined || target === '') return last;
  const named = dockerfile.stages.findLast((stage) => stage.name === target.toLowerCase());
  return named?.index ?? last;
}

function neededFor(stages: readonly BuiltStage[], target: number): number[] {
  const needed = new Set<number>();
  const visit = (index: number): void => {
    const stage = stages[index];
    if (!stage || needed.has(index)) return;
    needed.add(index);
    for (const used of stage.uses) visit(used);
  };
  visit(target);
  return [...needed].sort((left, right) => left - right);
}

/** A missing source stops the build while keys are computed, before any command has run. */
function firstFailure(stages: readonly BuiltStage[], needed: readonly number[]): Failure | null {
  const failures = needed.flatMap((index) =>
    (stages[index]?.steps ?? []).flatMap((step) => (step.failure ? [step.failure] : [])),
  );
  return failures.find((failure) => failure.kind === 'missing-source') ?? failures[0] ?? null;
}

function sizeOf(stages: readonly BuiltStage[], image: BuiltStage): LayerSize {
  const layers = image.steps.flatMap((step) => (step.layer ? [step.layer] : []));
  const { base } = image;
  if (base.kind === 'stage') {
    const below = stages[base.stage];
    return totalSize(
      below ? sizeOf(stages, below) : { bytes: undefined, exact: false, open: true, parts: [] },
      layers,
    );
  }
  if (base.kind === 'scratch') return totalSize({ bytes: 0, exact: true, open: false, parts: [] }, layers);
  const bytes = base.kind === 'image' ? base.bytes : undefined;
  const parts = base.kind === 'image' && bytes !== undefined ? [{ what: base.reference, bytes }] : [];
  return totalSize(
    { bytes, exact: base.kind === 'image' && base.exact, open: bytes === undefined, parts },
    layers,
  );
}
