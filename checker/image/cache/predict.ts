import { convert } from '../../dockerfile/convert/convert.ts';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import type { Dockerfile, Instruction, Refusal } from '../../dockerfile/types.ts';
import type { ContextEntry, Project } from '../../types.ts';
import { buildOf } from '../build.ts';
import { filesSent } from '../context/dockerignore.ts';
import type { Build } from '../types.ts';
import { transferAgain } from './context-transfer.ts';
import { StepFailures } from './failures.ts';
import { unresolvedImage } from './images.ts';
import { whyRebuilt } from './reasons.ts';
import { publicRegistry, type Registry } from './registry.ts';
import { type Lookup, type Solution, solve } from './solve.ts';
import { Planner } from './stage-plan.ts';
import { CacheStore } from './store.ts';
import { type Outcome, outcome } from './timing.ts';
import { inOrder, isStep, type StepVertex, type Vertex } from './vertex.ts';

/** One line of a build's output. */
export interface BuildRunStep {
  /** As BuildKit's plain progress prints it, without a digest: `[builder 2/5] COPY package.json ./`. */
  name: string;
  cached: boolean;
  /** How it ended: taken from the cache, carried out, failed, or given up because another one failed. */
  status: 'cached' | 'done' | 'failed' | 'canceled';
  /** Index of the stage in the Dockerfile. */
  stage: number;
  /** The stage's name, `stage-1` where it has none. */
  stageName: string;
  /** Null where it is a trigger of the base image. */
  instruction: Instruction | null;
  /** 1-based line of the instruction; null where it is a trigger of the base image. */
  line: number | null;
  /** Why it was carried out again although the build before had the like; null for cached steps and first builds. */
  reason: string | null;
}

export interface BuildRun {
  /** By stage, then by number. Of a failed build: what was begun before it ended. */
  steps: BuildRunStep[];
  /** In BuildKit's words, null when the build succeeds. */
  error: string | null;
}

export interface PredictOptions {
  /** What the images that FROM names are, where that is not public, for each of the two builds. */
  registry?: { first: Registry; second: Registry };
  /** `--no-cache` or `--no-cache-filter` of the second build. */
  noCache?: 'all' | readonly string[];
  /** The Dockerfile of the first project, where it was read before: then its virtual build is not repeated. */
  dockerfile?: Dockerfile;
  /** The builder has forgotten the context of the first build and gets all of the second. */
  freshTransfer?: boolean;
}

/**
 * Predicts two builds on the same builder: a cold one, then one of the project as edited, and says of every step
 * of each whether BuildKit takes it from the cache.
 */
export function predict(
  first: Project,
  second: Project,
  options: PredictOptions = {},
): { first: BuildRun; second: BuildRun } {
  const store = new CacheStore();
  const registry = options.registry ?? { first: publicRegistry, second: publicRegistry };
  const before = runBuild(first, {
    store,
    number: 1,
    registry: registry.first,
    noCache: [],
    dockerfile: options.dockerfile,
    previous: null,
  });
  const transferred = before.refused || options.freshTransfer ? second : retransferred(first, second);
  const after = runBuild(transferred, {
    store,
    number: 2,
    registry: registry.second,
    noCache: options.noCache ?? [],
    dockerfile: before.dockerfile && readsAlike(first, second) ? before.dockerfile : undefined,
    previous: before.refused ? null : before,
  });
  return { first: before.run, second: after.run };
}

/** Whether both projects have the same Dockerfile, so that it need not be read again. */
function readsAlike(first: Project, second: Project): boolean {
  const { dockerfile: path = 'Dockerfile' } = first;
  return (
    path === (second.dockerfile ?? 'Dockerfile') &&
    textOf(first.files.get(path)) === textOf(second.files.get(path)) &&
    JSON.stringify(first.buildArgs ?? {}) === JSON.stringify(second.buildArgs ?? {})
  );
}

function retransferred(first: Project, second: Project): Project {
  return { ...second, files: transferAgain(first, second) };
}

interface RunOptions {
  store: CacheStore;
  number: number;
  registry: Registry;
  noCache: 'all' | readonly string[];
  dockerfile: Dockerfile | undefined;
  previous: FinishedBuild | null;
}

/** What is kept of a build to explain the next one. */
export interface FinishedBuild {
  refused: boolean;
  run: BuildRun;
  dockerfile: Dockerfile | null;
  vertices: readonly Vertex[];
  lookups: ReadonlyMap<string, Lookup>;
}

function runBuild(project: Project, options: RunOptions): FinishedBuild {
  const { dockerfile, built, fault } = prepare(project, options.dockerfile);
  return built ? carryOut(project, dockerfile, built, options) : refused(fault, dockerfile);
}

/** What a build of a project comes down to before there is a cache to ask. */
type Prepared = { dockerfile: Dockerfile } & ({ built: Build; fault: null } | { built: null; fault: string });

/** Several predictions are made from one project, so what is the same for all of them is kept. */
const prepared = new WeakMap<Project, Prepared>();

function prepare(project: Project, read: Dockerfile | undefined): Prepared {
  let made = prepared.get(project);
  if (!made) {
    made = readBuild(project, read ?? readDockerfile(project));
    prepared.set(project, made);
  }
  return made;
}

function readDockerfile({ files, dockerfile: path = 'Dockerfile', buildArgs = {} }: Project): Dockerfile {
  return parseDockerfile(textOf(files.get(path)), { path, buildArgs });
}

function readBuild(project: Project, dockerfile: Dockerfile): Prepared {
  const fails = (fault: string): Prepared => ({ dockerfile, built: null, fault });
  if (dockerfile.refusal) return fails(dockerfile.refusal.message);
  const { buildArgs = {}, target } = project;
  const built = buildOf(dockerfile, project);
  const stages = new Set(built.needed);
  const refusal = refusalOf(dockerfile, buildArgs, target, built.needed);
  if (refusal) return fails(refusal.message);
  const fault = ignoreFileFault(project) ?? unresolvedImage(dockerfile, stages);
  return fault === null ? { dockerfile, built, fault } : fails(fault);
}

const refusals = new WeakMap<Dockerfile, Map<string, Refusal | null>>();

/** Why BuildKit refuses these stages; asked once for the two builds that a prediction is about. */
function refusalOf(
  dockerfile: Dockerfile,
  buildArgs: Readonly<Record<string, string>>,
  target: string | undefined,
  needed: readonly number[],
): Refusal | null {
  const known = refusals.get(dockerfile) ?? new Map<string, Refusal | null>();
  refusals.set(dockerfile, known);
  const key = JSON.stringify([buildArgs, target, needed]);
  let refusal = known.get(key);
  if (refusal === undefined) {
    const options = { buildArgs, stages: new Set(needed), ...(target ? { target } : {}) };
    refusal = convert(dockerfile, options).refusal;
    known.set(key, refusal);
  }
  return refusal;
}

function ignoreFileFault(project: Project): string | null {
  try {
    filesSent(project);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function refused(message: string, dockerfile: Dockerfile): FinishedBuild {
  return { refused: true, run: { steps: [], error: message }, dockerfile, vertices: [], lookups: new Map() };
}

function carryOut(
  project: Project,
  dockerfile: Dockerfile,
  built: Build,
  options: RunOptions,
): FinishedBuild {
  const { store, number, registry, noCache, previous } = options;
  const { buildArgs = {}, target = null } = project;
  const planner = new Planner({ dockerfile, build: built, buildArgs, target, registry, noCache });
  const vertices = inOrder(planner.plan());
  const solution: Solution = solve(vertices, store, number);
  const failures = new StepFailures(dockerfile, built, project.secrets ?? null);
  const result = outcome(vertices, solution.lookups, (vertex) => failures.of(vertex));
  solution.keep(result.isComplete);
  const finished: FinishedBuild = {
    refused: false,
    run: { steps: [], error: result.failure?.message ?? null },
    dockerfile,
    vertices,
    lookups: solution.lookups,
  };
  finished.run.steps = listSteps(finished, result, previous);
  return finished;
}

function listSteps(finished: FinishedBuild, result: Outcome, previous: FinishedBuild | null): BuildRunStep[] {
  const listed: { vertex: StepVertex; step: BuildRunStep; number: number }[] = [];
  for (const vertex of finished.vertices) {
    if (!isStep(vertex) || !vertex.step) continue;
    const { name, stage, number, instruction } = vertex.step;
    const status = statusOf(vertex, finished.lookups, result);
    if (status === null) continue;
    const cached = status === 'cached';
    const reason = cached || !previous ? null : whyRebuilt(vertex, finished, previous);
    const stageName = finished.dockerfile?.stages[stage]?.name ?? `stage-${stage}`;
    const line = instruction?.startLine ?? null;
    const step = { name, cached, status, stage, stageName, instruction, line, reason };
    listed.push({ vertex, step, number });
  }
  listed.sort((a, b) => a.step.stage - b.step.stage || a.number - b.number);
  return listed.map(({ step }) => step);
}

/** Null for a step that was not begun. */
function statusOf(
  vertex: StepVertex,
  lookups: ReadonlyMap<string, Lookup>,
  result: Outcome,
): BuildRunStep['status'] | null {
  if (result.failure?.vertex.id === vertex.id) return 'failed';
  // `--link` shows the copy and what is laid over with it as one.
  const copy = vertex.kind === 'merge' ? vertex.inputs.at(-1)?.vertex : undefined;
  const parts = copy ? [vertex.id, copy.id] : [vertex.id];
  if (copy && result.failure?.vertex.id === copy.id) return 'failed';
  if (parts.every((id) => lookups.get(id)?.cached)) return 'cached';
  if (parts.every((id) => result.isComplete(id))) return 'done';
  return parts.some((id) => result.isStarted(id)) ? 'canceled' : null;
}

function textOf(entry: ContextEntry | undefined): string {
  if (entry?.kind !== 'file' || entry.content === undefined) return '';
  return typeof entry.content === 'string' ? entry.content : new TextDecoder().decode(entry.content);
}
