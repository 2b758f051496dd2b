import { ExpandError, expandWord } from '../expand.ts';
import { quote, RefusalError } from '../refusal.ts';
import {
  addGlobalArg,
  type GlobalScope,
  globalScope,
  lookupIn,
  predefinedScope,
  StageScope,
} from '../scope.ts';
import { stageCalled } from '../stages.ts';
import { didYouMean, nearest } from '../suggest.ts';
import type { Dockerfile, FromInstruction, Instruction, Refusal, Stage, Word } from '../types.ts';
import { dispatch, type StageState } from './dispatch.ts';
import { imageNameFault } from './image-name.ts';
import { parsePlatform } from './platform.ts';
import { warnWhileReading } from './reading.ts';
import { expandingAt, LocatedRefusal, refuse } from './refuse.ts';
import { stageDependencies } from './stage-graph.ts';
import { type BuildkitWarning, type VariableFromBase, WarningList } from './warnings.ts';

/**
 * The second half of what BuildKit does before it builds anything: stages are put together, words expanded,
 * and on the way it warns (`docker build --check`) and refuses. Everything comes in BuildKit's order, because
 * it stops at the first refusal and never says what it would have warned about behind it.
 */

/** What is known of a base image. */
export interface BaseConfig {
  env: Readonly<Record<string, string>>;
  workdir: string;
  /** SHELL of the image; empty when it sets none. */
  shell: readonly string[];
}

/** What a `.dockerignore` keeps out of the build. */
export interface Ignored {
  has(path: string): boolean;
  /** One of its patterns is for all that lies in the root: `*`, `**` or `**` with `/*` behind it. */
  everything: boolean;
}

export interface ConvertOptions {
  buildArgs?: Readonly<Record<string, string>>;
  target?: string;
  /** Indexes of the stages to carry out, as a build does with those that it needs; by default as said of `convert`. */
  stages?: ReadonlySet<number>;
  /** Null for an image that is not known: nothing is then claimed about its variables. */
  baseConfig?: (reference: string) => BaseConfig | null;
  /** The one platform that an image exists for (`linux/arm64`), null where that is not known. */
  basePlatform?: (reference: string) => string | null;
  /** What is built for, where it is known: `linux/amd64`. */
  platform?: string;
  /** What `.dockerignore` keeps out; absent without one, or when it has exceptions (`!`). */
  ignored?: Ignored;
}

export interface Conversion {
  warnings: BuildkitWarning[];
  /** What BuildKit would warn about as undefined if the base image, which is not known, does not set it. */
  fromBase: VariableFromBase[];
  refusal: Refusal | null;
}

/** Runs BuildKit's checks over every stage, or over those that `target` needs. */
export function convert(dockerfile: Dockerfile, options: ConvertOptions = {}): Conversion {
  const list = new WarningList(dockerfile);
  const { refusal } = dockerfile;
  const { warnings, fromBase } = list;
  if (refusal?.phase === 'syntax') return { warnings: [], fromBase: [], refusal };
  for (const { line } of dockerfile.emptyContinuations) {
    // BuildKit names the line on which the instruction ends, not the empty one.
    list.addLine('NoEmptyContinuation', line, dockerfile.lines.lines(line), 'Empty continuation line');
  }
  warnWhileReading(dockerfile, list);
  if (refusal) return { warnings, fromBase, refusal };
  try {
    new Converter(dockerfile, options, list).run();
    return { warnings, fromBase, refusal: failure(dockerfile, list) };
  } catch (error) {
    if (!(error instanceof LocatedRefusal)) throw error;
    return { warnings, fromBase, refusal: error.refusal };
  }
}

function failure(dockerfile: Dockerfile, list: WarningList): Refusal | null {
  const message = list.failure;
  const first = list.warnings[0];
  if (message === null || !first) return null;
  const remedy = 'Mend what the checks name, or take error=true out of the check directive.';
  return {
    message,
    remedy,
    range: first.range ?? dockerfile.lines.lines(1),
    line: first.line,
    phase: 'build',
  };
}

class Converter {
  private readonly buildArgs: Readonly<Record<string, string>>;
  private global: GlobalScope = { values: new Map(), declared: new Set() };

  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly options: ConvertOptions,
    private readonly list: WarningList,
  ) {
    this.buildArgs = options.buildArgs ?? {};
  }

  run(): void {
    this.checkStageNames();
    this.checkCasing();
    this.checkDefaultBases();
    this.global = this.globalArgs();
    const bases = this.stages.map((stage) => ({ instruction: stage.from, image: this.checkBase(stage) }));
    this.checkTarget();
    const reachable = stageDependencies(this.dockerfile, this.options.target);
    const unknown = bases.filter((_, index) => this.stages[index]?.base.kind === 'unknown');
    for (const { instruction, image } of [...unknown, ...reachable.images]) {
      const fault = image === 'scratch' ? null : imageNameFault(image);
      if (fault) {
        refuse(
          instruction,
          `failed to parse stage name ${quote(image)}: ${fault}`,
          'Write registry/name:tag in lower case.',
        );
      }
    }
    this.dispatchStages(this.options.stages ?? reachable.stages, reachable.needed);
  }

  private get stages(): readonly Stage[] {
    return this.dockerfile.stages;
  }

  private checkStageNames(): void {
    const seen = new Set<string>();
    for (const { name, from } of this.stages) {
      if (name === null) continue;
      if (name === 'scratch' || name === 'context') {
        const detail = `Stage name should not use the same name as reserved stage "${name}"`;
        this.list.add('ReservedStageName', from, detail, name, from.stageName);
      }
      if (seen.has(name)) {
        const detail = `Duplicate stage name "${name}", stage names should be unique`;
        this.list.add('DuplicateStageName', from, detail, name, from.stageName);
      }
      seen.add(name);
    }
  }

  private checkCasing(): void {
    const all = this.stages.flatMap((stage): Instruction[] => [stage.from, ...stage.instructions]);
    let lower = 0;
    let upper = 0;
    for (const { keyword } of all) {
      if (keyword.text === keyword.text.toLowerCase()) lower++;
      else if (keyword.text === keyword.text.toUpperCase()) upper++;
    }
    const toLower = lower > upper;
    for (const instruction of all) {
      const { text } = instruction.keyword;
      if (text === (toLower ? text.toLowerCase() : text.toUpperCase())) continue;
      const wanted = toLower ? 'lowercase' : 'uppercase';
      const detail = `Command '${text}' should match the case of the command majority (${wanted})`;
      this.list.add('ConsistentInstructionCasing', instruction, detail, wanted, instruction.keyword);
    }
  }

  /** Base names must be possible with the defaults alone, whatever build arguments are given. */
  private checkDefaultBases(): void {
    const { metaArgs, escape } = this.dockerfile;
    const defaults = globalScope(metaArgs, {}, escape);
    for (const { from } of this.stages) {
      let name: string;
      try {
        name = expandWord(from.image.text, escape, lookupIn(defaults.values)).result;
      } catch (error) {
        if (error instanceof ExpandError) return;
        throw error;
      }
      if (imageNameFault(name) === null) continue;
      const detail = `Default value for ARG ${from.image.text} results in empty or invalid base image name`;
      this.list.add('InvalidDefaultArgInFrom', from, detail, from.image.text, from.image);
    }
  }

  private globalArgs(): GlobalScope {
    const scope = predefinedScope(this.buildArgs, this.options.target ?? this.stages.at(-1)?.name ?? '');
    for (const instruction of this.dockerfile.metaArgs) {
      const value = instruction.args.find((arg) => arg.value)?.value?.text ?? '';
      expandingAt(instruction, value, () =>
        addGlobalArg(scope, instruction, this.buildArgs, this.dockerfile.escape),
      );
    }
    return scope;
  }

  /** @returns the image's name, expanded. */
  private checkBase({ from, name }: Stage): string {
    const { escape } = this.dockerfile;
    const lookup = lookupIn(this.global.values);
    const unmatched = new Set<string>();
    let image: string;
    try {
      image = expandingAt(
        from,
        from.image.text,
        () => expandWord(from.image.text, escape, lookup, { unmatched }).result,
      );
    } finally {
      this.reportUndeclared(from, unmatched, from.image);
    }
    if (image === '') {
      refuse(
        from,
        `base name (${from.image.text}) should not be blank`,
        'Give the argument a default: ARG NAME=image before the first FROM.',
      );
    }
    if (from.platform?.text) this.checkPlatform(from, from.platform, name ?? '');
    return image;
  }

  private reportUndeclared(from: FromInstruction, unmatched: ReadonlySet<string>, word: Word): void {
    for (const arg of unmatched) {
      if (this.global.declared.has(arg)) continue;
      const detail = `FROM argument '${arg}' is not declared${didYouMean(arg, this.global.declared)}`;
      this.list.add('UndefinedArgInFrom', from, detail, arg, word);
    }
  }

  private checkPlatform(from: FromInstruction, platform: Word, stageName: string): void {
    const { escape } = this.dockerfile;
    const lookup = lookupIn(this.global.values);
    const expansion = expandingAt(
      from,
      platform.text,
      () => expandWord(platform.text, escape, lookup),
      'failed to process arguments for platform : ',
    );
    this.reportUndeclared(from, expansion.unmatched, platform);
    const { matched, unmatched, result } = expansion;
    if (matched.size === 1 && unmatched.size === 0 && matched.has('TARGETPLATFORM')) {
      if (result === this.global.values.get('TARGETPLATFORM')) {
        const detail = `Setting platform to predefined ${platform.text} in FROM is redundant as this is the default behavior`;
        this.list.add('RedundantTargetPlatform', from, detail, platform.text, platform);
      }
    }
    const suggestion = () => {
      for (const name of unmatched) {
        const match = nearest(name, this.global.values.keys());
        if (match) return ` (did you mean ${match}?)`;
      }
      return '';
    };
    if (result === '') refuse(from, `empty platform value from expression ${platform.text}${suggestion()}`);
    try {
      const { os, arch } = parsePlatform(result);
      const constant = matched.size === 0 && unmatched.size === 0;
      if (constant && !stageName.includes(os) && !stageName.includes(arch)) {
        const detail = `FROM --platform flag should not use constant value "${result}"`;
        this.list.add('FromPlatformFlagConstDisallowed', from, detail, result, platform);
      }
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      refuse(
        from,
        `failed to parse platform ${platform.text}: ${error.message}${suggestion()}`,
        'Write a platform such as linux/amd64 or linux/arm64.',
      );
    }
  }

  private checkTarget(): void {
    const { target } = this.options;
    const last = this.stages.at(-1);
    if (!target || !last) return;
    const names = this.stages.map((stage) => stage.name ?? `stage-${stage.index}`);
    if (stageCalled(target, this.stages)) return;
    refuse(
      last.from,
      `target stage ${quote(target)} could not be found${didYouMean(target, names)}`,
      'Name a stage that FROM ... AS defines.',
    );
  }

  /** @param triggered - stages in which the triggers of the stage below fire. */
  private dispatchStages(reachable: ReadonlySet<number>, triggered: ReadonlySet<number>): void {
    const states = new Map<number, StageState>();
    for (const stage of this.stages) {
      if (!reachable.has(stage.index)) continue;
      const state = this.initialState(stage, states);
      states.set(stage.index, state);
      const context = {
        dockerfile: this.dockerfile,
        global: this.global,
        buildArgs: this.buildArgs,
        list: this.list,
        dispatched: states,
        ignored: this.options.ignored,
      };
      if (triggered.has(stage.index))
        for (const trigger of this.triggers(stage)) dispatch(trigger, state, context);
      for (const instruction of stage.instructions) dispatch(instruction, state, context);
    }
  }

  /** What ONBUILD of the stage below asks for, as if it stood in this stage's FROM. */
  private triggers({ base, from }: Stage): Instruction[] {
    if (base.kind !== 'stage') return [];
    const { startLine, endLine, range } = from;
    return (this.stages[base.stage]?.instructions ?? []).flatMap((instruction) => {
      if (instruction.name !== 'onbuild') return [];
      const { trigger } = instruction;
      if (trigger.refusal) {
        const words = trigger.refusal.message.replace(/^dockerfile parse error on line \d+: /, '');
        refuse(from, words, trigger.refusal.remedy);
      }
      return [{ ...trigger, startLine, endLine, range }];
    });
  }

  private initialState(stage: Stage, states: ReadonlyMap<number, StageState>): StageState {
    const fresh = { stage, cmd: null, entrypoint: null, healthcheck: null };
    const parent = stage.base.kind === 'stage' ? states.get(stage.base.stage) : undefined;
    if (parent) {
      const { envKnown, workdirSet, workdir, hasShell } = parent;
      return { scope: new StageScope(parent.scope), envKnown, workdirSet, workdir, hasShell, ...fresh };
    }
    const reference = stage.base.kind === 'image' ? stage.base.reference : null;
    const base = reference === null ? null : (this.options.baseConfig?.(reference) ?? null);
    if (reference !== null) this.checkBasePlatform(stage, reference);
    const envKnown = stage.base.kind === 'scratch' || base !== null;
    const hasShell = (base?.shell.length ?? 0) > 0;
    const workdir = stage.base.kind === 'scratch' ? '/' : (base?.workdir ?? null);
    const scope = new StageScope(base?.env ?? {});
    return { scope, envKnown, workdirSet: false, workdir, hasShell, ...fresh };
  }

  private checkBasePlatform({ from }: Stage, image: string): void {
    const actual = this.options.basePlatform?.(image);
    const written =
      from.platform && expandWord(from.platform.text, this.dockerfile.escape, lookupIn(this.global.values));
    // A platform that comes from a variable is the builder's choice, so it is known only if the builder's is.
    const expected = written && written.matched.size === 0 ? written.result : this.options.platform;
    if (!actual || !expected) return;
    const [have, want] = [parsePlatform(actual), parsePlatform(expected)];
    if (have.os === want.os && have.arch === want.arch) return;
    const detail = `Base image ${image} was pulled with platform "${actual}", expected "${expected}" for current build`;
    this.list.add('InvalidBaseImagePlatform', from, detail, image, from.image);
  }
}
