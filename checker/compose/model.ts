import type { PortRange } from './shorthand.ts';
import type { ComposeNode, KeyNode, MappingNode } from './types.ts';

/** What a file is for. Rules for one kind say nothing where it is not known. */
export type Role = 'production' | 'development' | 'unknown';

/** A value and where it stands; undefined where variables that nothing sets keep it from being known. */
export interface Located<T> {
  value: T | undefined;
  node: ComposeNode;
}

/** Several files as the one application that Compose makes of them. */
export interface ComposeProject {
  /** The files that it was made of, in merge order; not those that they include. */
  paths: readonly string[];
  /** The merged and interpolated tree. */
  root: MappingNode;
  name?: string;
  services: ReadonlyMap<string, Service>;
  networks: ReadonlyMap<string, Resource>;
  volumes: ReadonlyMap<string, Resource>;
  secrets: ReadonlyMap<string, Resource>;
  configs: ReadonlyMap<string, Resource>;
  models: ReadonlyMap<string, Resource>;
  /** Services that others wait to see completed: they do their work once and end. */
  tasks: ReadonlySet<string>;
  /** Whether everything was there to be read; else files that are included may declare more. */
  complete: boolean;
  role: Role;
}

/** A top-level network, volume, secret, config or model. */
export interface Resource {
  name: string;
  key: KeyNode;
  node: ComposeNode;
  external: boolean;
}

/** One service, whatever syntax it is written in. */
export interface Service {
  name: string;
  key: KeyNode;
  node: MappingNode;
  /** False when it extends a service of a file that is not there: then nothing can be said to be missing. */
  complete: boolean;
  role: Role;
  profiles: readonly string[];
  image?: Located<string>;
  build?: Build;
  command?: Command;
  entrypoint?: Command;
  user?: Located<string>;
  containerName?: Located<string>;
  ports: readonly Port[];
  mounts: readonly Mount[];
  environment: readonly Variable[];
  envFiles: readonly EnvFile[];
  dependsOn: readonly Dependency[];
  healthcheck?: Healthcheck;
  limits: Limits;
  /** Undefined when neither `restart` nor `deploy.restart_policy` is there. */
  restart?: Located<string>;
  replicas?: Located<number>;
  /** Undefined: the default network. */
  networks?: readonly Reference[];
  networkMode?: Located<string>;
  secrets: readonly Grant[];
  configs: readonly Grant[];
  models: readonly Reference[];
  capAdd: readonly Located<string>[];
  capDrop: readonly Located<string>[];
  securityOpt: readonly Located<string>[];
  privileged?: Located<boolean>;
  readOnly?: Located<boolean>;
  watch: readonly WatchRule[];
}

export interface Build {
  node: ComposeNode;
  context: Located<string>;
  dockerfile?: Located<string>;
  inline?: Located<string>;
  target?: Located<string>;
  args: readonly Variable[];
}

/** `exec`: an argument list; `shell`: one text that Compose splits into words, without a shell. */
export interface Command {
  node: ComposeNode;
  form: 'exec' | 'text';
  /** Undefined where not known. */
  argv: readonly string[] | undefined;
}

export interface Port {
  node: ComposeNode;
  hostIp?: string;
  published?: PortRange;
  target?: PortRange;
  protocol: string;
  /** Whether the host's side is known. */
  known: boolean;
}

export interface Mount {
  node: ComposeNode;
  type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image' | 'unknown';
  source?: string;
  target?: string;
  readOnly: boolean;
}

export interface Variable {
  name: string;
  /** Null: taken from the environment of whoever runs Compose. Undefined: not known. */
  value: string | null | undefined;
  node: ComposeNode;
  /** Whether the file spells the value out, with no variable in it. */
  literal: boolean;
}

export interface EnvFile {
  path: Located<string>;
  required: boolean;
}

export interface Dependency {
  service: string;
  condition: 'service_started' | 'service_healthy' | 'service_completed_successfully' | undefined;
  required: boolean;
  /** The short syntax says only the name. */
  short: boolean;
  node: ComposeNode | KeyNode;
}

export interface Healthcheck {
  node: ComposeNode;
  disabled: boolean;
  /** `CMD` and its arguments, `CMD-SHELL` and its text; undefined when the image's own stays. */
  test?: { node: ComposeNode; form: 'exec' | 'shell' | 'none' | 'unknown'; words: readonly string[] };
}

/** Limits of CPU and memory, from `deploy.resources.limits` or the service's own keys: Compose honours both. */
export interface Limits {
  cpus?: Located<number>;
  /** Bytes. */
  memory?: Located<number>;
  pids?: Located<number>;
}

export interface Reference {
  name: string;
  node: ComposeNode | KeyNode;
}

/** A secret or config that a service is given. */
export interface Grant extends Reference {
  /** Path in the container. */
  target: string;
}

export interface WatchRule {
  node: ComposeNode;
  action: string | undefined;
  path: string | undefined;
  target: string | undefined;
}
