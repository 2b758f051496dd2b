import { ExpandError, expandWord, type Lookup } from './expand.ts';
import type { ArgInstruction } from './types.ts';

/** Arguments that BuildKit knows without being told, and the scope of ARG and ENV. */

/** The platform that is built for and on, where nothing else is said. */
export const DEFAULT_PLATFORM = 'linux/amd64';

/** PATH where the base image sets none. */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Platform arguments that FROM may use without ARG, and stages after `ARG NAME`.
 * https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export function platformArgs(platform: string = DEFAULT_PLATFORM): Record<string, string> {
  const [os = 'linux', arch = 'amd64', variant = ''] = platform.split('/');
  return {
    BUILDPLATFORM: platform,
    BUILDOS: os,
    BUILDOSVERSION: '',
    BUILDARCH: arch,
    BUILDVARIANT: variant,
    TARGETPLATFORM: platform,
    TARGETOS: os,
    TARGETOSVERSION: '',
    TARGETARCH: arch,
    TARGETVARIANT: variant,
  };
}

/** Arguments that need no ARG: proxies. https://docs.docker.com/reference/dockerfile/#predefined-args */
export const PROXY_ARGS: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]),
);

/** Values of the global scope (ARG before FROM), and the names that are declared there with or without one. */
export interface GlobalScope {
  values: Map<string, string>;
  declared: Set<string>;
}

/**
 * What the global scope holds before any ARG.
 * @param target - name of the stage that is built; it is the value of TARGETSTAGE.
 */
export function predefinedScope(buildArgs: Readonly<Record<string, string>>, target = ''): GlobalScope {
  const values = new Map(Object.entries({ ...platformArgs(), TARGETSTAGE: target || 'default' }));
  for (const [name, value] of Object.entries(buildArgs)) if (values.has(name)) values.set(name, value);
  return { values, declared: new Set(values.keys()) };
}

/**
 * Adds an ARG that stands before the first FROM.
 * @throws ExpandError for a default that cannot be expanded.
 */
export function addGlobalArg(
  scope: GlobalScope,
  instruction: ArgInstruction,
  buildArgs: Readonly<Record<string, string>>,
  escape: string,
): void {
  for (const { key, value } of instruction.args) {
    scope.declared.add(key.text);
    const given = Object.hasOwn(buildArgs, key.text) ? buildArgs[key.text] : undefined;
    if (given !== undefined) scope.values.set(key.text, given);
    else if (value) scope.values.set(key.text, expandWord(value.text, escape, lookupIn(scope.values)).result);
  }
}

/** The global scope behind all ARGs; a default that cannot be expanded is left out. */
export function globalScope(
  metaArgs: readonly ArgInstruction[],
  buildArgs: Readonly<Record<string, string>>,
  escape: string,
  target = '',
): GlobalScope {
  const scope = predefinedScope(buildArgs, target);
  for (const instruction of metaArgs) {
    try {
      addGlobalArg(scope, instruction, buildArgs, escape);
    } catch (error) {
      if (!(error instanceof ExpandError)) throw error;
    }
  }
  return scope;
}

export function lookupIn(values: ReadonlyMap<string, string>): Lookup {
  return (name) => values.get(name);
}

/** The variables of a stage while its instructions are carried out, in the order in which they were set. */
export class StageScope {
  /** ENV of the base image and of the stage, as the image keeps it: a name that is set again keeps its place. */
  readonly env: Map<string, string>;
  /** ARG of the stage and of the stages below it; undefined where it has no value. */
  readonly args: Map<string, string | undefined>;
  /** ENV and ARG as the environment of RUN holds them: a name that is set again moves to the end. */
  private readonly merged: Map<string, string>;

  constructor(base: StageScope | Readonly<Record<string, string>> = {}) {
    if (base instanceof StageScope) {
      this.env = new Map(base.env);
      this.args = new Map(base.args);
      this.merged = new Map(base.merged);
      // The image's ENV is set anew for every stage, over an ARG of the same name.
      for (const [name, value] of this.env) this.append(name, value);
      return;
    }
    this.env = new Map(Object.entries(base));
    if (!this.env.has('PATH')) this.env.set('PATH', DEFAULT_PATH);
    this.args = new Map();
    this.merged = new Map(this.env);
  }

  setEnv(name: string, value: string): void {
    this.env.set(name, value);
    this.append(name, value);
  }

  private append(name: string, value: string): void {
    this.merged.delete(name);
    this.merged.set(name, value);
  }

  /** An ARG; one without a value is known and not set. Of ENV and ARG of one name the later counts. */
  setArg(name: string, value: string | undefined): void {
    this.args.set(name, value);
    if (value !== undefined) this.append(name, value);
  }

  /** What `$NAME` gives in an instruction. */
  readonly lookup: Lookup = (name) => this.merged.get(name);

  /** Variables as RUN sees them, in order. */
  get environment(): ReadonlyMap<string, string> {
    return this.merged;
  }
}

/**
 * The value that `ARG name` takes in a stage: the build argument, else its own default, else the global one.
 * @throws ExpandError for a default that cannot be expanded.
 */
export function argValue(
  arg: ArgInstruction['args'][number],
  buildArgs: Readonly<Record<string, string>>,
  global: GlobalScope,
  scope: StageScope,
  escape: string,
): string | undefined {
  const name = arg.key.text;
  if (Object.hasOwn(buildArgs, name)) return buildArgs[name];
  if (arg.value) return expandWord(arg.value.text, escape, scope.lookup).result;
  return global.values.get(name);
}
