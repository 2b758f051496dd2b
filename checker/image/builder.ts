import { ExpandError, expandWord } from '../dockerfile/expand.ts';
import { argValue, type GlobalScope, StageScope } from '../dockerfile/scope.ts';
import { stageCalled } from '../dockerfile/stages.ts';
import type { CommandLine, Dockerfile, Instruction, Stage, Word } from '../dockerfile/types.ts';
import type { Project } from '../types.ts';
import { withAccounts, withPrograms } from './arrivals.ts';
import { commandOf, healthcheckOf, portsOf } from './config.ts';
import { isRemote, selected, transfer } from './copy.ts';
import { baseImage } from './facts/lookup.ts';
import { identify } from './identity.ts';
import { layerSize } from './layer.ts';
import { withMounts } from './mounts.ts';
import { resolvePath } from './paths.ts';
import { lookupUser } from './permissions.ts';
import { runScript } from './run.ts';
import { imageState, type State, scratchState, unknownState } from './state.ts';
import { configKey, keep, recall, replayed, type StepInput } from './step-memo.ts';
import type { WorkTree } from './tree.ts';
import type { BaseOrigin, BuiltStage, BuiltStep, FileTree, ImageConfig, Known } from './types.ts';

/** What one stage's instructions are carried out with. */
interface StageRun {
  stage: Stage;
  state: State;
  scope: StageScope;
  steps: BuiltStep[];
  uses: Set<number>;
  cmdSet: boolean;
}

/** Carries out the stages of a Dockerfile, one after the other. */
export class Builder {
  readonly stages: BuiltStage[] = [];
  private readonly states: State[] = [];
  private readonly scopes: StageScope[] = [];
  private readonly images = new Map<string, State>();

  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly project: Project,
    private readonly context: WorkTree,
    private readonly global: GlobalScope,
  ) {}

  buildStage(stage: Stage): void {
    const { state, scope, base } = this.start(stage);
    const run: StageRun = { stage, state, scope, steps: [], uses: new Set(), cmdSet: false };
    if (base.kind === 'stage') {
      run.uses.add(base.stage);
      for (const instruction of this.dockerfile.stages[base.stage]?.instructions ?? []) {
        if (instruction.name === 'onbuild') this.step(run, instruction.trigger);
      }
    }
    for (const instruction of stage.instructions) this.step(run, instruction);
    this.states[stage.index] = run.state;
    this.scopes[stage.index] = run.scope;
    this.stages[stage.index] = {
      index: stage.index,
      name: stage.name,
      stage,
      from: stage.from,
      base,
      start: state,
      steps: run.steps,
      end: run.state,
      uses: [...run.uses].sort((left, right) => left - right),
    };
  }

  private start({ base }: Stage): { state: State; scope: StageScope; base: BaseOrigin } {
    if (base.kind === 'stage') {
      const below = this.states[base.stage];
      if (below) return { state: below, scope: new StageScope(this.scopes[base.stage]), base };
    }
    if (base.kind === 'scratch') return { state: scratchState(), scope: new StageScope(), base };
    if (base.kind === 'image') {
      const facts = baseImage(base.reference);
      const state = this.imageNamed(base.reference);
      return {
        state,
        scope: new StageScope(Object.fromEntries(state.config.env)),
        base: {
          kind: 'image',
          reference: base.reference,
          known: facts !== null,
          bytes: facts?.bytes,
          exact: facts?.exact === true,
        },
      };
    }
    return { state: unknownState('?'), scope: new StageScope(), base: { kind: 'unknown' } };
  }

  private imageNamed(reference: string): State {
    let state = this.images.get(reference);
    if (!state) {
      const facts = baseImage(reference);
      state = facts ? imageState(facts) : unknownState(reference);
      this.images.set(reference, state);
    }
    return state;
  }

  private step(run: StageRun, instruction: Instruction): void {
    const before = run.state;
    const step: BuiltStep = {
      instruction,
      stage: run.stage.index,
      before,
      after: before,
      layer: null,
      ran: [],
      copied: [],
      failure: null,
    };
    const input = changesFiles(instruction) ? this.inputOf(run, instruction) : null;
    const known = input && recall(before, input);
    if (known) {
      run.state = replayed(before, known);
      run.steps.push({ ...step, ...known.step, after: run.state });
      return;
    }
    const done = instruction.refusal ? {} : this.carryOut(run, instruction);
    const history = identify(
      run.state.history,
      instruction.line.text,
      ...instruction.heredocs.map((heredoc) => heredoc.content),
    );
    run.state = run.state.with({ history });
    const layer = changesFiles(instruction) ? layerSize(before, run.state) : null;
    const finished: BuiltStep = { ...step, ...done, after: run.state, layer };
    if (input) keep(before, input, run.state, finished);
    run.steps.push(finished);
  }

  /** What a step that changes files depends on; null where that is not known. */
  private inputOf(run: StageRun, instruction: Instruction): StepInput | null {
    const { line, heredocs, startLine, refusal } = instruction;
    if (refusal) return null;
    const read = this.filesRead(run, instruction);
    if (!read) return null;
    const key = identify(
      run.stage.index,
      startLine,
      line.text,
      ...heredocs.map(({ content }) => content),
      this.dockerfile.escape,
      configKey(run.state),
      JSON.stringify([...run.scope.environment]),
      JSON.stringify([...run.scope.args]),
      objectId(this.project.outcomes),
      JSON.stringify(this.project.secrets),
      ...read.context,
    );
    return { key, trees: read.trees };
  }

  /** What a step reads of the context, as identities, and the other trees that it reads. */
  private filesRead(
    run: StageRun,
    instruction: Instruction,
  ): { context: string[]; trees: FileTree[] } | null {
    const context: string[] = [];
    const trees: FileTree[] = [];
    if (instruction.name === 'run') {
      for (const { from, source, type } of instruction.mounts) {
        if (from !== null) trees.push(this.treeNamed(run, from));
        else if (type === 'bind') context.push(this.context.digest(resolvePath('/', source ?? '/')));
      }
    } else if (instruction.name === 'copy' && instruction.from) {
      const from = this.expand(run, instruction.from);
      if (from === undefined) return null;
      trees.push(this.treeNamed(run, from));
    } else if (instruction.name === 'copy' || instruction.name === 'add') {
      const excludes = instruction.excludes.flatMap((word) => this.expand(run, word) ?? []);
      for (const word of instruction.sources) {
        const text = this.expand(run, word);
        if (text === undefined) return null;
        if (instruction.name === 'add' && isRemote(text)) continue;
        const found = selected(this.context, text, excludes);
        if (found.is === 'missing') context.push('missing', found.path);
        else
          context.push(
            found.is,
            found.digest,
            ...(found.is === 'found' ? found.paths.map(({ path }) => path) : []),
          );
      }
    }
    return { context, trees };
  }

  private carryOut(
    run: StageRun,
    instruction: Instruction,
  ): Partial<Pick<BuiltStep, 'ran' | 'copied' | 'failure'>> {
    switch (instruction.name) {
      case 'run':
        return this.run(run, instruction);
      case 'copy':
      case 'add':
        return this.transfer(run, instruction);
      case 'workdir':
        this.workdir(run, this.expand(run, instruction.path));
        break;
      case 'env':
        for (const { key, value } of instruction.pairs) this.setEnv(run, key.text, this.expand(run, value));
        break;
      case 'arg':
        for (const arg of instruction.args) {
          try {
            run.scope.setArg(
              arg.key.text,
              argValue(arg, this.project.buildArgs ?? {}, this.global, run.scope, this.dockerfile.escape),
            );
          } catch (error) {
            if (!(error instanceof ExpandError)) throw error;
          }
        }
        break;
      case 'user':
        this.config(run, {
          user: this.expand(run, instruction.user),
          userFrom: { instruction, stage: run.stage.index },
        });
        break;
      case 'expose':
        this.config(run, {
          ports: [
            ...run.state.config.ports,
            ...instruction.ports.flatMap((word) => portsOf(word, this.expand(run, word))),
          ],
        });
        break;
      case 'volume':
        this.config(run, {
          volumes: [
            ...run.state.config.volumes,
            ...instruction.paths.flatMap((path) => this.expand(run, path) ?? []),
          ],
        });
        break;
      case 'shell':
        this.config(run, { shell: instruction.argv.map((word) => word.text) });
        break;
      case 'stopsignal':
        this.config(run, { stopSignal: this.expand(run, instruction.signal) });
        break;
      case 'label': {
        const labels = new Map(run.state.config.labels);
        for (const { key, value } of instruction.pairs) {
          const text = this.expand(run, value);
          if (text !== undefined) labels.set(key.text, text);
        }
        this.config(run, { labels });
        break;
      }
      case 'cmd':
        run.cmdSet = true;
        this.config(run, { cmd: this.command(run, instruction) });
        break;
      case 'entrypoint':
        // A new entrypoint drops a command that it did not ask for.
        this.config(run, {
          entrypoint: this.command(run, instruction),
          ...(run.cmdSet ? {} : { cmd: null }),
        });
        break;
      case 'healthcheck':
        this.config(run, {
          healthcheck: healthcheckOf(instruction, run.stage.index, run.state.config.shell),
        });
        break;
      default:
        break;
    }
    return {};
  }

  private command(run: StageRun, instruction: Extract<Instruction, { name: 'cmd' | 'entrypoint' }>) {
    return commandOf(instruction.command, instruction, run.stage.index, run.state.config.shell);
  }

  private config(run: StageRun, changes: Partial<ImageConfig>): void {
    run.state = run.state.with({ config: { ...run.state.config, ...changes } });
  }

  private setEnv(run: StageRun, name: string, value: Known<string>): void {
    const env = new Map(run.state.config.env);
    if (value === undefined) env.delete(name);
    else {
      env.set(name, value);
      run.scope.setEnv(name, value);
    }
    this.config(run, { env, ...(value === undefined ? { envComplete: false } : {}) });
  }

  /** A word with its variables replaced; undefined where one of them is not known. */
  private expand(run: StageRun, word: Word): Known<string> {
    try {
      const { result, unmatched } = expandWord(word.text, this.dockerfile.escape, run.scope.lookup);
      const open = !run.state.config.envComplete && [...unmatched].some((name) => !run.scope.args.has(name));
      return open ? undefined : result;
    } catch (error) {
      if (!(error instanceof ExpandError)) throw error;
      return undefined;
    }
  }

  private workdir(run: StageRun, path: Known<string>): void {
    const { workdir, user } = run.state.config;
    const absolute =
      path === undefined
        ? undefined
        : path.startsWith('/')
          ? resolvePath('/', path)
          : workdir === undefined
            ? undefined
            : resolvePath(workdir, path);
    this.config(run, { workdir: absolute });
    if (absolute === undefined || absolute === '/') return;
    const files = run.state.files.fork();
    // BuildKit makes the directory as the user in force; a name that does not exist becomes root.
    const owner =
      user === undefined ? { uid: undefined, gid: undefined } : lookupUser(user, run.state.accounts);
    const missing = 'missingUser' in owner && owner.missingUser !== null;
    files.mkdir(
      absolute,
      missing ? { uid: 0, gid: 0, mode: 0o755 } : { uid: owner.uid, gid: owner.gid, mode: 0o755 },
    );
    run.state = run.state.with({ files });
  }

  private run(run: StageRun, instruction: Extract<Instruction, { name: 'run' }>): Partial<BuiltStep> {
    const { user } = run.state.config;
    if (user !== undefined && user !== '') {
      const { missingUser, missingGroup } = lookupUser(user, run.state.accounts);
      const command = commandText(run.state, instruction.command);
      if (missingUser !== null || missingGroup !== null) {
        run.state = doubted(run.state);
        const reason =
          missingUser !== null
            ? `unable to find user ${missingUser}: no matching entries in passwd file`
            : `unable to find group ${missingGroup}: no matching entries in group file`;
        return {
          failure: {
            message: `process ${JSON.stringify(command)} did not complete successfully: ${reason}`,
            range: instruction.range,
            stage: run.stage.index,
            kind: missingUser !== null ? 'unknown-user' : 'unknown-group',
          },
        };
      }
    }
    const mounts = instruction.mounts.map((mount) => ({
      mount,
      from: mount.from === null ? this.context : this.treeNamed(run, mount.from),
    }));
    const secrets = this.project.secrets ?? {};
    const { state, ran, failure } = withMounts(run.state, mounts, secrets, (mounted) =>
      runScript(mounted, {
        dockerfile: this.dockerfile,
        instruction,
        environment: run.scope.environment,
        outcomes: this.project.outcomes ?? [],
        secrets,
      }),
    );
    run.state = failure ? doubted(state) : state;
    return { ran, failure: failure && { ...failure, stage: run.stage.index } };
  }

  private transfer(
    run: StageRun,
    instruction: Extract<Instruction, { name: 'copy' | 'add' }>,
  ): Partial<BuiltStep> {
    const fromName =
      instruction.name === 'copy' && instruction.from ? this.expand(run, instruction.from) : null;
    const source = fromName === null ? null : this.sourceOf(run, fromName);
    const from = source?.files ?? this.context;
    const { state, copied, failure } = transfer(run.state, {
      instruction,
      sources: instruction.sources.map((word) => ({ text: this.expand(run, word), range: word.range })),
      destination: this.expand(run, instruction.destination),
      chown: instruction.chown && this.expand(run, instruction.chown),
      chmod: instruction.chmod && this.expand(run, instruction.chmod),
      excludes: instruction.excludes.flatMap((word) => this.expand(run, word) ?? []),
      inline: instruction.inline.map((heredoc) => ({
        name: heredoc.name,
        text: this.heredocText(run, heredoc),
      })),
      from,
    });
    const arrived = withPrograms(failure ? doubted(state) : state, copied, source);
    const stage = typeof fromName === 'string' ? this.stageNamed(run, fromName) : undefined;
    run.state = withAccounts(arrived, copied, stage ?? null);
    return { copied, failure: failure && { ...failure, stage: run.stage.index } };
  }

  private heredocText(run: StageRun, heredoc: Instruction['heredocs'][number]): Known<string> {
    if (!heredoc.expand) return heredoc.content;
    try {
      const { result, unmatched } = expandWord(heredoc.content, this.dockerfile.escape, run.scope.lookup, {
        plainQuotes: true,
        rawQuotes: true,
      });
      return unmatched.size > 0 && !run.state.config.envComplete ? undefined : result;
    } catch (error) {
      if (!(error instanceof ExpandError)) throw error;
      return undefined;
    }
  }

  /** The files of a stage by name or number, or of an image. */
  private treeNamed(run: StageRun, name: string): WorkTree {
    return this.sourceOf(run, name).files;
  }

  /** What COPY --from or a mount takes from. */
  private sourceOf(run: StageRun, name: Known<string>): State {
    if (name === undefined) return unknownState('?');
    return this.stageNamed(run, name) ?? this.imageNamed(name);
  }

  /** A stage before this one by name or number, which this one then needs. */
  private stageNamed(run: StageRun, name: string): State | undefined {
    const { stages } = this.dockerfile;
    const isBefore = (stage: Stage) => stage.index < run.stage.index;
    // Only where the last stage of that name comes later need another one be looked for.
    const last = stageCalled(name, stages);
    const named =
      !last || isBefore(last)
        ? last
        : stages.findLast((stage) => stage.name === last.name && isBefore(stage));
    const index = named?.index ?? (/^\d+$/.test(name) && Number(name) < run.stage.index ? Number(name) : -1);
    const state = this.states[index];
    if (state) run.uses.add(index);
    return state;
  }
}

function changesFiles({ name }: Instruction): boolean {
  return name === 'run' || name === 'copy' || name === 'add' || name === 'workdir';
}

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A number for an object: equal for the same one. */
function objectId(object: object | undefined): number {
  if (object === undefined) return 0;
  const id = ids.get(object) ?? ++lastId;
  ids.set(object, id);
  return id;
}

/** A stage after a step that failed: what would have come is not known, and nothing more is claimed of it. */
function doubted(state: State): State {
  const files = state.files.fork();
  files.haze(identify('failed', state.history));
  return state.with({ files, murky: true, accounts: { ...state.accounts, complete: false } });
}

function commandText(state: State, command: CommandLine): string {
  if (command.form === 'exec') return command.argv.map((word) => word.text).join(' ');
  return [...state.config.shell, command.script.text].join(' ');
}
