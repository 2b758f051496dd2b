import { interpolateTree, type Lookup } from './interpolate.ts';
import { mergeTrees, withoutReset } from './merge.ts';
import type { ComposeProject, Resource, Role, Service } from './model.ts';
import { type ComposeText, readCompose } from './read.ts';
import { roleOfPaths } from './role.ts';
import { at, normaliseService, textOf } from './service.ts';
import type { ComposeNode, KeyNode, MappingEntry, MappingNode } from './types.ts';

/** Something that keeps Compose from making one application of the files. */
export interface LoadProblem {
  check: 'compose-merge' | 'compose-interpolation' | 'compose-extends';
  place: ComposeNode | KeyNode;
  message: string;
}

export interface LoadOptions {
  /** Text of another file of the project, by path; undefined where it is not there or not known. */
  readFile?: (path: string) => string | undefined;
  /** Variables that are set, over those of `.env`. */
  environment?: Readonly<Record<string, string>>;
  /** What the files are for; by their names when left out. */
  role?: Role;
}

/** Files that an application may draw in through `include` and `extends`. */
const MOST_FILES = 100;

/** How many services may extend one another in a row. */
const LONGEST_CHAIN = 50;

/**
 * Makes one application of files in merge order, as `docker compose -f a -f b config` does: extends, include,
 * merge, interpolation, then every service in the same form.
 *
 * @returns null for `project` when no file holds a mapping.
 */
export function loadProject(
  files: readonly ComposeText[],
  options: LoadOptions = {},
): { project: ComposeProject | null; problems: LoadProblem[] } {
  const loader = new Loader(options);
  const merged = loader.merge(files);
  if (!merged) return { project: null, problems: loader.problems };
  const root = loader.interpolate(merged);
  const role = options.role ?? roleOfPaths(files.map(({ file }) => file.path));
  const services = new Map<string, Service>();
  for (const [name, entry] of entriesAt(root, 'services')) {
    const service = normaliseService(entry, role, !loader.incomplete.has(name));
    if (service) services.set(name, service);
  }
  const name = textOf(at(root, 'name'));
  return {
    project: {
      paths: files.map(({ file }) => file.path),
      root,
      ...(name !== undefined && { name }),
      services,
      networks: resources(root, 'networks'),
      volumes: resources(root, 'volumes'),
      secrets: resources(root, 'secrets'),
      configs: resources(root, 'configs'),
      models: resources(root, 'models'),
      tasks: tasksAmong(services.values()),
      complete: loader.complete,
      role,
    },
    problems: loader.problems,
  };
}

class Loader {
  readonly problems: LoadProblem[] = [];
  /** Services whose base could not be read. */
  readonly incomplete = new Set<string>();
  complete = true;
  private readonly files = new Map<string, ComposeText | null>();
  private lookup: Lookup | undefined;

  constructor(private readonly options: LoadOptions) {}

  merge(files: readonly ComposeText[]): MappingNode | null {
    let merged: ComposeNode | null = null;
    for (const text of files) {
      for (const root of text.roots) {
        if (root.kind !== 'mapping') continue;
        const layer = this.include(this.extend(root, [text.file.path]), [text.file.path]);
        merged = merged ? this.lay(merged, layer) : withoutReset(layer);
      }
    }
    return merged?.kind === 'mapping' ? merged : null;
  }

  interpolate(root: MappingNode): MappingNode {
    const refuse = (place: ComposeNode, message: string) => {
      this.problems.push({ check: 'compose-interpolation', place, message });
    };
    return interpolateTree(root, this.environment(), refuse) as MappingNode;
  }

  private lay(base: ComposeNode, over: ComposeNode, path: readonly string[] = []): ComposeNode {
    const problems: { place: ComposeNode | KeyNode; message: string }[] = [];
    const merged = mergeTrees(base, over, problems, path);
    for (const problem of problems) this.problems.push({ check: 'compose-merge', ...problem });
    return merged;
  }

  /** The shell's variables over those of `.env`; where the project lies and who runs it need not be known. */
  private environment(): Lookup {
    if (this.lookup) return this.lookup;
    const values = new Map<string, string>([
      ['PWD', '.'],
      ['HOME', '~'],
      ...readDotEnv(this.options.readFile?.('.env') ?? ''),
      ...Object.entries(this.options.environment ?? {}),
    ]);
    this.lookup = (name) => values.get(name);
    return this.lookup;
  }

  private read(path: string): ComposeText | null {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    const content = this.files.size < MOST_FILES ? this.options.readFile?.(path) : undefined;
    const text = content === undefined ? null : readCompose(content, path);
    this.files.set(path, text && text.problems.length === 0 ? text : null);
    return this.files.get(path) ?? null;
  }

  private extend(root: MappingNode, trail: readonly string[]): MappingNode {
    const services = at(root, 'services');
    if (services?.kind !== 'mapping') return root;
    const entries = new Map<string, MappingEntry>();
    for (const [name, entry] of services.entries) {
      entries.set(name, {
        ...entry,
        value: this.extendService(root, name, entry.value, trail.at(-1) as string, []),
      });
    }
    return withEntry(root, 'services', { ...services, entries });
  }

  private extendService(
    root: MappingNode,
    name: string,
    service: ComposeNode,
    path: string,
    trail: readonly string[],
  ): ComposeNode {
    const extension = at(service, 'extends');
    if (service.kind !== 'mapping' || !extension) return service;
    const own: MappingNode = {
      ...service,
      entries: new Map([...service.entries].filter(([key]) => key !== 'extends')),
    };
    const fileName = textOf(at(extension, 'file'));
    const baseName = extension.kind === 'scalar' ? textOf(extension) : textOf(at(extension, 'service'));
    const basePath = fileName === undefined ? path : resolvePath(path, fileName);
    const here = `${path}#${name}`;
    const unread = () => this.incomplete.add(trail[0]?.split('#')[1] ?? name);
    if (trail.includes(here)) {
      unread();
      this.problems.push({
        check: 'compose-extends',
        place: extension,
        message: `The services ${[...trail, here].map((step) => `\`${step.split('#')[1]}\``).join(' → ')} extend each other in a circle.`,
      });
      return own;
    }
    if (trail.length >= LONGEST_CHAIN) {
      unread();
      return own;
    }
    const baseRoot = basePath === path ? root : this.read(basePath)?.roots[0];
    if (baseName === undefined || !baseRoot || fileName?.includes('$')) {
      unread();
      return own;
    }
    const base = at(baseRoot, 'services', baseName);
    if (!base || baseRoot.kind !== 'mapping') {
      unread();
      this.problems.push({
        check: 'compose-extends',
        place: extension,
        message: `There is no service \`${baseName}\` in ${basePath} that \`${name}\` could extend.`,
      });
      return own;
    }
    const complete = this.extendService(baseRoot, baseName, base, basePath, [...trail, here]);
    return this.lay(complete, own, ['services', name]);
  }

  private include(root: MappingNode, trail: readonly string[]): MappingNode {
    const list = at(root, 'include');
    if (list?.kind !== 'sequence') return root;
    let merged: ComposeNode = withoutEntry(root, 'include');
    for (const item of list.items) {
      const paths = item.kind === 'mapping' ? at(item, 'path') : item;
      for (const path of paths?.kind === 'sequence' ? paths.items : paths ? [paths] : []) {
        const name = textOf(path);
        const resolved = name === undefined ? undefined : resolvePath(trail.at(-1) as string, name);
        const text = resolved === undefined || trail.includes(resolved) ? null : this.read(resolved);
        if (!text) this.complete = false;
        for (const other of text?.roots ?? []) {
          if (other.kind !== 'mapping' || !text) continue;
          const next = [...trail, text.file.path];
          // What includes a file is not overridden by it.
          merged = this.lay(this.include(this.extend(other, next), next), merged);
        }
      }
    }
    return merged as MappingNode;
  }
}

function tasksAmong(services: Iterable<Service>): ReadonlySet<string> {
  const tasks = new Set<string>();
  for (const { dependsOn } of services) {
    for (const { service, condition } of dependsOn) {
      if (condition === 'service_completed_successfully') tasks.add(service);
    }
  }
  return tasks;
}

function withEntry(node: MappingNode, name: string, value: ComposeNode): MappingNode {
  const entry = node.entries.get(name);
  return entry ? { ...node, entries: new Map(node.entries).set(name, { ...entry, value }) } : node;
}

function withoutEntry(node: MappingNode, name: string): MappingNode {
  return { ...node, entries: new Map([...node.entries].filter(([key]) => key !== name)) };
}

function entriesAt(root: MappingNode, name: string): ReadonlyMap<string, MappingEntry> {
  const node = at(root, name);
  return node?.kind === 'mapping' ? node.entries : new Map();
}

function resources(root: MappingNode, kind: string): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const [name, { key, value }] of entriesAt(root, kind)) {
    const external = at(value, 'external');
    found.set(name, {
      name,
      key,
      node: value,
      external: external !== undefined && textOf(external) !== 'false',
    });
  }
  return found;
}

/** A path of the project as written in the file at `from`: `../base.yaml` in `deploy/compose.yaml`. */
export function resolvePath(from: string, path: string): string {
  if (path.startsWith('/')) return path;
  const steps = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The variables of a `.env` file: `NAME=value` lines, quotes undone. */
export function readDotEnv(text: string): [name: string, value: string][] {
  return text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*[=:]\s*(.*)$/.exec(line);
    if (!match) return [];
    const raw = (match[2] as string).trim();
    const quoted = /^(['"])(.*)\1(\s+#.*)?$/.exec(raw);
    return [[match[1] as string, quoted ? (quoted[2] as string) : raw.replace(/\s+#.*$/, '')]];
  });
}
