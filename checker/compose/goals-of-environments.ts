/**
 * Words for goals on what sets development and production apart. Like those in `goals.ts` each is true of whatever does
 * what it says, in any syntax that Compose has for it.
 */
import { all, type ComposeCheck, missing, no, ofService, unknown, yes } from './goals.ts';
import type { Service } from './model.ts';
import { debuggersIn, debuggersOf, watcherOf } from './rules/debugging.ts';
import type { ComposeNode } from './types.ts';

/** The port of the container is published to this machine alone, or not at all. */
export function onlyOnThisMachine(service: string, port: number): ComposeCheck {
  return ofService(service, (one) => {
    for (const { target, hostIp, known, node } of one.ports) {
      if (!target || !known) return unread(node);
      if (port < target.from || target.to < port) continue;
      if (hostIp === undefined || !/^(127\.|::1$|localhost$)/.test(hostIp)) {
        return no(`Port ${port} is published on every address of the host.`, node);
      }
    }
    return yes;
  });
}

/**
 * An edit of a file reaches the container without a new image: the file is mounted, or synced by `develop.watch`, at the
 * place where the container has it.
 *
 * @param file - path in the project: `src/server.js`.
 * @param place - absolute, in the container.
 */
export function editReaches(service: string, file: string, place: string): ComposeCheck {
  return ofService(service, (one) => {
    const synced = one.watch.filter(({ action }) => action?.startsWith('sync'));
    const mounted = one.mounts.filter(({ type }) => type === 'bind');
    const ways = [
      ...mounted.map(({ source, target, node }) => ({ from: source, to: target, node })),
      ...synced.map(({ path, target, node }) => ({ from: path, to: target, node })),
    ];
    const arrivals = ways.flatMap(({ from, to, node }) => {
      const rest = from === undefined ? undefined : below(from, file);
      return rest === undefined || to === undefined ? [] : [{ at: slashless(to) + rest, node }];
    });
    if (arrivals.some(({ at }) => at === place)) return yes;
    const open = one.mounts.find(({ type, source, target }) => type === 'unknown' || (!source && !target));
    if (open) return unknown(`What \`${one.name}\` mounts depends on a variable.`, open.node);
    const [elsewhere] = arrivals;
    if (elsewhere) {
      return no(`${file} arrives at ${elsewhere.at}, and the app runs from ${place}.`, elsewhere.node);
    }
    return missing(one, `\`${one.name}\` sees ${file} only as it was when its image was built.`);
  });
}

/** What of a file's path lies below a folder of the project, with its slash; undefined for a file elsewhere. */
function below(folder: string, file: string): string | undefined {
  const plain = slashless(folder.replace(/^(\.\/)+/, ''));
  if (plain === '.' || plain === '') return `/${file}`;
  if (plain === file) return '';
  return file.startsWith(`${plain}/`) ? file.slice(plain.length) : undefined;
}

/** A port that is not known: by a variable, or because it is none. */
const unread = (node: ComposeNode) =>
  node.kind === 'scalar' && !node.unknown
    ? no(`Docker reads no port from \`${node.text}\`.`, node)
    : unknown('A published port depends on a variable.', node);

/** The service is reached from outside by these ports of the host, and by no other. */
export function publishedAs(service: string, ports: readonly number[]): ComposeCheck {
  return ofService(service, (one) => {
    for (const { published, known, node } of one.ports) {
      if (!known) return unread(node);
      if (!published) return no('The host chooses a port for it, a new one each time.', node);
      for (let port = published.from; port <= published.to; port++) {
        if (!ports.includes(port))
          return no(`\`${service}\` is reached by port ${port} of the host, too.`, node);
      }
    }
    const lost = ports.find(
      (port) =>
        !one.ports.some(({ published }) => published && published.from <= port && port <= published.to),
    );
    return lost === undefined
      ? yes
      : missing(one, `\`${service}\` is not reached by port ${lost} of the host.`);
  });
}

/**
 * What the image holds at a path is still there in the container: no bind mount hides it, or a volume keeps it.
 *
 * @param path - absolute, in the container: `/app/node_modules`.
 */
export function keepsImageFiles(service: string, path: string): ComposeCheck {
  return ofService(service, (one) => {
    const over = one.mounts.filter(({ target }) => target !== undefined && covers(target, path));
    // The deepest mount decides what is seen at the path.
    const deepest = over.toSorted((a, b) => (a.target ?? '').length - (b.target ?? '').length).at(-1);
    if (!deepest) {
      const open = one.mounts.find(({ target }) => target === undefined);
      return open ? unknown('A mount depends on a variable.', open.node) : yes;
    }
    // A new volume takes over what the image has at its target; nothing else does.
    if (deepest.type === 'volume' && slashless(deepest.target ?? '') === slashless(path)) return yes;
    return deepest.type === 'unknown'
      ? unknown('A mount depends on a variable.', deepest.node)
      : no(`The mount at ${deepest.target} hides ${path} of the image.`, deepest.node);
  });
}

const slashless = (path: string) => path.replace(/\/+$/, '');
const covers = (target: string, path: string) => `${slashless(path)}/`.startsWith(`${slashless(target)}/`);

/** The service starts only when the other one has done its work and ended without an error. */
export function waitsForCompletion(service: string, dependency: string): ComposeCheck {
  return ofService(service, (one, _facts, project) => {
    const edge = one.dependsOn.find((candidate) => candidate.service === dependency);
    if (!edge) return missing(one, `\`${service}\` does not wait for \`${dependency}\`.`);
    if (edge.condition === undefined) return unknown('The condition depends on a variable.', edge.node);
    if (edge.condition !== 'service_completed_successfully') {
      return no(`\`${service}\` does not wait until \`${dependency}\` has ended.`, edge.node);
    }
    const other = project.services.get(dependency);
    if (!other) return no(`There is no service \`${dependency}\`.`, edge.node);
    const again = other.restart;
    return again?.value !== undefined && /^(always|unless-stopped|any)$/.test(again.value)
      ? no(`\`${dependency}\` never ends: Docker starts it again each time.`, again.node)
      : yes;
  });
}

/**
 * The health check in the file asks the service itself, and not only whether there is a container.
 *
 * @param question - what is in the command of every check that does.
 */
export function healthcheckAsks(service: string, question: RegExp): ComposeCheck {
  return ofService(service, (one) => {
    const { healthcheck } = one;
    if (healthcheck?.disabled)
      return no(`The health check of \`${one.name}\` is switched off.`, healthcheck.node);
    const test = healthcheck?.test;
    if (!test) return missing(one, `\`${one.name}\` has no health check in the file.`);
    if (test.form === 'unknown') return unknown('The check depends on a variable.', test.node);
    const asks = question.test(test.words.join(' '));
    return asks ? yes : no(`The check of \`${one.name}\` does not ask the service itself.`, test.node);
  });
}

/** The program of the health check is in the image. */
export function healthcheckCanRun(service: string): ComposeCheck {
  return ofService(service, (one, { image }) => {
    const test = one.healthcheck?.test;
    if (!test) return yes;
    const program = test.form === 'exec' ? test.words[0] : test.words.join(' ').trim().split(/\s+/)[0];
    if (program === undefined || test.form === 'unknown')
      return unknown('The check depends on a variable.', test.node);
    const there = image(one).contents?.hasCommand(program) ?? 'unknown';
    if (there === 'yes') return yes;
    return there === 'no'
      ? no(`The image of \`${one.name}\` has no \`${program}\`.`, test.node)
      : unknown(`Whether the image of \`${one.name}\` has \`${program}\` is not known.`, test.node);
  });
}

/** No debugger and no watcher runs: neither by the service's command and environment, nor by its image's command. */
export function runsPlainly(service?: string): ComposeCheck {
  return ofService(service, (one, { image }) => {
    const command = one.command ?? one.entrypoint;
    if (command && command.argv === undefined)
      return unknown('The command depends on a variable.', command.node);
    const debug = debuggersOf(one);
    if (debug.length > 0) return no(`\`${one.name}\` starts a debugger.`, startedBy(one));
    if (watcherOf(one.command) ?? watcherOf(one.entrypoint)) {
      return no(`\`${one.name}\` watches for edits.`, command?.node);
    }
    if (one.watch.length > 0) return no(`\`${one.name}\` is to be watched for edits.`, one.watch[0]?.node);
    if (command) return yes;
    const cmd = image(one).contents?.config.cmd;
    if (!cmd)
      return one.build ? unknown(`What the image of \`${one.name}\` starts is not known.`, one.key) : yes;
    const plain =
      debuggersIn(cmd.argv.join(' ')).length === 0 &&
      !watcherOf({ node: one.node, form: 'exec', argv: cmd.argv });
    return plain
      ? yes
      : no(
          `The image of \`${one.name}\` is one for development: it watches or debugs.`,
          one.build?.node ?? one.key,
        );
  });
}

/** Where the debugger is switched on, as near as it can be told. */
const startedBy = (one: Service) =>
  one.environment.find(({ value }) => debuggersIn(value ?? '').length > 0)?.node ??
  (one.command ?? one.entrypoint)?.node;

/** A variable of the container has this value, by the file or by the image. */
export function environmentIs(service: string, name: string, value: string): ComposeCheck {
  return ofService(service, (one, { image }) => {
    const variable = one.environment.findLast((candidate) => candidate.name === name);
    if (!variable && one.envFiles.length > 0) {
      return unknown(`A file of variables may set \`${name}\`.`, one.envFiles[0]?.path.node);
    }
    const config = image(one).contents?.config;
    const set = variable ? variable.value : config?.env.get(name);
    if (set === value) return yes;
    if (set === undefined && (variable || !config?.envComplete)) {
      return unknown(`The value of \`${name}\` is not known.`, variable?.node ?? one.key);
    }
    return set === undefined || set === null
      ? missing(one, `\`${service}\` is not given \`${name}\`.`)
      : no(`\`${name}\` is \`${set}\`.`, variable?.node ?? one.key);
  });
}

/** Every one of several things is true; the first that is not is told. */
export function allOf(...checks: readonly ComposeCheck[]): ComposeCheck {
  return (facts) => all(checks.map((check) => check(facts)));
}
