import { ExpandError, expandWord } from '../../dockerfile/expand.ts';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import { type GlobalScope, globalScope } from '../../dockerfile/scope.ts';
import type { ArgInstruction, Dockerfile, Instruction, Stage, Word } from '../../dockerfile/types.ts';
import { identify } from '../identity.ts';
import { cleanPath, resolvePath } from '../paths.ts';
import type { Build, FileTree } from '../types.ts';
import { Environment } from './environment.ts';
import { fileName, StepCounter } from './names.ts';
import { fullName, type Registry } from './registry.ts';
import { planRun } from './run-plan.ts';
import { planTransfer } from './transfer-plan.ts';
import { type Input, type SourceVertex, type StepVertex, type Vertex, vertexId } from './vertex.ts';

export interface PlanOptions {
  dockerfile: Dockerfile;
  /** What the build puts where: the files that steps read. */
  build: Build;
  buildArgs: Readonly<Record<string, string>>;
  target: string | null;
  registry: Registry;
  /** `--no-cache`: all stages, or those of these names. */
  noCache: 'all' | readonly string[];
}

/** A stage while its instructions are carried out. */
export interface StageState {
  index: number;
  environment: Environment;
  workdir: string;
  user: string;
  shell: readonly string[];
  /** What the stage holds now; null for an empty one. */
  top: Vertex | null;
  counter: StepCounter;
  ignoreCache: boolean;
  platform: string;
}

interface PlannedStage extends StageState {
  triggers: readonly Instruction[];
}

/** Carries out the instructions of the stages that the target needs, as far as the cache is concerned. */
export class Planner {
  readonly escape: string;
  private readonly planned = new Map<number, PlannedStage>();
  private readonly images = new Map<string, SourceVertex>();
  private readonly global: GlobalScope;
  private contextVertex: SourceVertex | null = null;

  constructor(readonly options: PlanOptions) {
    const { dockerfile, buildArgs, target } = options;
    this.escape = dockerfile.escape;
    const name = target ?? dockerfile.stages.at(-1)?.name ?? '';
    this.global = globalScope(dockerfile.metaArgs, buildArgs, dockerfile.escape, name);
  }

  /** The last vertex of the stage that is built; null when nothing has to be done for it. */
  plan(): Vertex | null {
    const { stages } = this.options.dockerfile;
    const wanted = this.options.target?.toLowerCase();
    const target = wanted === undefined ? stages.at(-1) : stages.findLast(({ name }) => name === wanted);
    return target ? this.stage(target).top : null;
  }

  /** What `--from` names: a stage by name or, for COPY, by number, else an image. */
  source(from: string, byNumber: boolean): { top: Vertex | null; tree: FileTree } {
    const { stages } = this.options.dockerfile;
    const numbered = byNumber && /^\d+$/.test(from) ? stages[Number(from)] : undefined;
    const stage = numbered ?? stages.findLast(({ name }) => name === from.toLowerCase());
    if (stage) {
      const built = this.options.build.stages[stage.index];
      if (!built) throw new Error(`stage ${stage.index} was not built`);
      return { top: this.stage(stage).top, tree: built.end.files };
    }
    if (from === 'scratch') return { top: null, tree: this.options.build.context };
    return { top: this.image(from, ''), tree: this.options.registry(from).files };
  }

  get context(): SourceVertex {
    this.contextVertex ??= {
      kind: 'context',
      id: 'context',
      operation: 'context',
      inputs: [],
      ignoreCache: false,
      step: null,
    };
    return this.contextVertex;
  }

  expand(word: Word, state: StageState): string {
    try {
      return expandWord(word.text, this.escape, state.environment.lookup).result;
    } catch (error) {
      // The converter refuses such a file; what is planned for it is never shown.
      if (error instanceof ExpandError) return word.text;
      throw error;
    }
  }

  private image(reference: string, platform: string): SourceVertex {
    const key = `${fullName(reference)} ${platform}`;
    let vertex = this.images.get(key);
    if (vertex === undefined) {
      const { layers } = this.options.registry(reference);
      const operation = identify('image', layers, platform);
      vertex = {
        kind: 'image',
        id: identify('image', key),
        operation,
        inputs: [],
        ignoreCache: false,
        step: null,
      };
      this.images.set(key, vertex);
    }
    return vertex;
  }

  private stage(stage: Stage): PlannedStage {
    const done = this.planned.get(stage.index);
    if (done) return done;
    const state = this.begin(stage);
    this.planned.set(stage.index, state);
    for (const trigger of state.triggers) this.carryOut(trigger, state, true);
    for (const instruction of stage.instructions) this.carryOut(instruction, state, false);
    return state;
  }

  private begin(stage: Stage): PlannedStage {
    const { base } = stage;
    const { stages } = this.options.dockerfile;
    const index = stage.index;
    const steps = stage.instructions.filter(({ name }) => /^(?:add|copy|run|workdir)$/.test(name)).length;
    const fromImage = base.kind === 'image' || base.kind === 'unknown';
    const name = this.hasSeveralStages() ? (stage.name ?? `stage-${index}`) : null;
    const counter = new StepCounter(name, steps + (fromImage ? 1 : 0));
    const { noCache } = this.options;
    const ignoreCache = noCache === 'all' || (stage.name !== null && noCache.includes(stage.name));
    const platform = this.platform(stage);
    if (base.kind === 'stage') {
      const baseStage = stages[base.stage] as Stage;
      const parent = this.stage(baseStage);
      const triggers = baseStage.instructions.flatMap((instruction) =>
        instruction.name === 'onbuild' ? [instruction.trigger] : [],
      );
      counter.addTriggers(triggers.length);
      const environment = Environment.ofStage(parent.environment);
      const { workdir, user, shell, top } = parent;
      const inherited = { environment, workdir, user, shell, top, platform: parent.platform };
      return { index, ...inherited, counter, ignoreCache, triggers };
    }
    const own = { index, counter, ignoreCache, platform, shell: ['/bin/sh', '-c'] };
    if (base.kind === 'scratch') {
      const environment = Environment.ofImage(new Map());
      return { ...own, environment, workdir: '/', user: '', top: null, triggers: [] };
    }
    const reference = base.kind === 'image' ? base.reference : stage.from.image.text;
    const image = this.options.registry(reference);
    // FROM takes the first number, though only triggers change the total after that.
    counter.next('FROM', false);
    const triggers = image.triggers.flatMap(
      (text) => parseDockerfile(`FROM scratch\n${text}\n`).stages[0]?.instructions ?? [],
    );
    counter.addTriggers(triggers.length);
    const environment = Environment.ofImage(image.env);
    const top = this.image(reference, platform);
    return { ...own, environment, workdir: image.workdir || '/', user: image.user, top, triggers };
  }

  private platform({ from }: Stage): string {
    if (!from.platform) return '';
    try {
      const lookup = (name: string) => this.global.values.get(name);
      const platform = expandWord(from.platform.text, this.escape, lookup).result;
      return platform === this.global.values.get('TARGETPLATFORM') ? '' : platform;
    } catch (error) {
      if (error instanceof ExpandError) return from.platform.text;
      throw error;
    }
  }

  /** BuildKit names the stage once it has met a second one; images of `--from` and any mount count as one. */
  private hasSeveralStages(): boolean {
    const { stages } = this.options.dockerfile;
    if (stages.length !== 1) return true;
    const isOwn = (from: string) => stages[0]?.name === from.toLowerCase() || from === '0';
    return (stages[0] as Stage).instructions.some((instruction) => {
      if (instruction.name === 'run') return instruction.flags.some(({ name }) => name === 'mount');
      return instruction.name === 'copy' && instruction.from !== null && !isOwn(instruction.from.text);
    });
  }

  private carryOut(instruction: Instruction, state: StageState, isTrigger: boolean): void {
    switch (instruction.name) {
      case 'env': {
        const pairs = instruction.pairs.map(({ key, value }) => [
          this.expand(key, state),
          this.expand(value, state),
        ]);
        for (const [name = '', value = ''] of pairs) state.environment.setEnv(name, value);
        break;
      }
      case 'arg': {
        for (const arg of instruction.args) {
          const value = this.argument(arg, state);
          if (value !== undefined) state.environment.setArg(arg.key.text, value);
        }
        break;
      }
      case 'user':
        state.user = this.expand(instruction.user, state);
        break;
      case 'shell':
        state.shell = instruction.argv.map(({ text }) => text);
        break;
      case 'workdir': {
        state.workdir = resolvePath(state.workdir, this.expand(instruction.path, state));
        // The root is there already: no step, though the total counted one.
        if (state.workdir === '/') break;
        const command = fileName(instruction, this.escape, state.environment.lookup);
        const parts = { path: state.workdir, user: state.user };
        const inputs = parentInput(state);
        // BuildKit takes it from the cache even when it is told not to.
        const work = { kind: 'file', instruction, parts, inputs, command, ignoreCache: false } as const;
        state.top = stepVertex(work, state, isTrigger);
        break;
      }
      case 'copy':
      case 'add':
        state.top = planTransfer(this, instruction, state, isTrigger);
        break;
      case 'run':
        state.top = planRun(this, instruction, state, isTrigger);
        break;
    }
  }

  private argument(arg: ArgInstruction['args'][number], state: StageState): string | undefined {
    const name = arg.key.text;
    if (Object.hasOwn(this.options.buildArgs, name)) return this.options.buildArgs[name];
    return arg.value ? this.expand(arg.value, state) : this.global.values.get(name);
  }
}

export function parentInput({ top }: StageState): Input[] {
  return top ? [{ vertex: top, reads: null }] : [];
}

/** A path of COPY or a mount as the build sees it: absolute and clean. */
export function rooted(path: string): string {
  return cleanPath(`/${path}`);
}

interface StepWork {
  kind: 'file' | 'run';
  instruction: Instruction;
  parts: Readonly<Record<string, string>>;
  inputs: readonly Input[];
  /** As the step is named, without its number. */
  command: string;
  ignoreCache: boolean;
  process?: string;
}

/** The vertex of an instruction that is a step, with the stage's next number. */
export function stepVertex(work: StepWork, state: StageState, isTrigger: boolean): StepVertex {
  const { kind, instruction, parts, inputs, command, ignoreCache, process = null } = work;
  const operation = identify(kind, state.platform, ...Object.entries(parts).flat());
  const { name, number } = state.counter.next(command, isTrigger);
  return {
    kind,
    id: vertexId(operation, inputs),
    operation,
    inputs,
    ignoreCache,
    step: { name, stage: state.index, number, instruction },
    instruction,
    parts,
    process,
    stage: state.index,
  };
}
