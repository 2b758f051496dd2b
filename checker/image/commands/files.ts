import { identify, identityOf } from '../identity.ts';
import type { Machine } from '../machine.ts';
import { baseName, resolvePath } from '../paths.ts';
import { lookupUser } from '../permissions.ts';
import type { Content, Known, TreeNode } from '../types.ts';
import { given, NO, PART, type ProgramCall, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** mkdir, rm, cp, mv, ln, touch, chmod, chown, install, tee and others that change files and nothing else. */

const mkdir: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-m --mode');
  const mode = modeOf(valueOf(parsed, 'm', 'mode'));
  for (const operand of parsed.operands) {
    const path = machine.path(operand);
    if (path === undefined) {
      lost(machine, args);
      continue;
    }
    const found = machine.files.lookup(path);
    if (found.is === 'present' && !given(parsed, 'p', 'parents')) {
      if (found.node.kind !== 'unknown')
        machine.fail(`mkdir: cannot create directory '${operand}': File exists`);
      continue;
    }
    if (found.is === 'present') continue;
    if (!given(parsed, 'p', 'parents') && machine.hasParent(path) === 'no') {
      machine.fail(`mkdir: cannot create directory '${operand}': No such file or directory`);
      continue;
    }
    if (machine.denied(path, `mkdir: cannot create directory '${operand}': Permission denied`)) continue;
    machine.mkdir(path, mode ?? 0o777);
    if (mode !== null) machine.files.change(path, () => ({ mode }), false);
  }
  return parsed.unsure ? PART : WHOLE;
};

const rm: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args);
  for (const operand of parsed.operands) {
    const paths = machine.paths(operand);
    if (paths === undefined) {
      forgetBelow(machine, operand, args);
      continue;
    }
    for (const path of paths) {
      const found = machine.files.lookup(path, 'nofollow');
      if (found.is === 'absent') {
        if (!given(parsed, 'f', 'force'))
          machine.fail(`rm: cannot remove '${operand}': No such file or directory`);
        continue;
      }
      if (found.is === 'present' && found.node.kind === 'dir' && !given(parsed, 'r', 'R', 'recursive')) {
        machine.fail(`rm: cannot remove '${operand}': Is a directory`);
        continue;
      }
      if (machine.denied(path, `rm: cannot remove '${operand}': Permission denied`)) continue;
      machine.files.remove(path);
    }
  }
  return parsed.unsure ? PART : WHOLE;
};

/** `rm -rf dir/*` of a directory that is not known in full: what is left is what began with a dot. */
function forgetBelow(machine: Machine, operand: Known<string>, args: readonly Known<string>[]): void {
  const path = machine.path(operand);
  if (path?.endsWith('/*') && !/[*?[]/.test(path.slice(0, -2))) {
    const dir = path.slice(0, -2);
    if (machine.files.lookup(dir).is === 'present') machine.files.clear(dir);
    return;
  }
  // What a pattern matched is gone, and nothing has come.
  if (path === undefined) lost(machine, args);
}

const rmdir: ProgramModel = ({ args, machine }) => {
  for (const operand of parseArgs(args).operands) {
    const path = machine.path(operand);
    if (path !== undefined) machine.files.remove(path);
  }
  return WHOLE;
};

const cp: ProgramModel = ({ args, machine }) => transfer(machine, args, 'cp');
const mv: ProgramModel = ({ args, machine }) => transfer(machine, args, 'mv');

function transfer(machine: Machine, args: readonly Known<string>[], program: 'cp' | 'mv') {
  const parsed = parseArgs(args, '-t --target-directory -S --suffix');
  const target = valueOf(parsed, 't', 'target-directory');
  const sources = [...parsed.operands];
  const destination = target === null ? sources.pop() : target;
  const to = machine.path(destination);
  if (to === undefined) {
    lost(machine, args);
    return PART;
  }
  const there = machine.files.lookup(to);
  const intoDirectory =
    target !== null ||
    destination?.endsWith('/') === true ||
    sources.length > 1 ||
    (there.is === 'present' && there.node.kind === 'dir' && !given(parsed, 'T', 'no-target-directory'));
  const keepsOwner = program === 'mv' || given(parsed, 'a', 'archive', 'p', 'preserve');
  const recursive = program === 'mv' || given(parsed, 'r', 'R', 'a', 'archive', 'recursive');
  for (const source of sources) {
    const paths = machine.paths(source);
    if (paths === undefined) {
      machine.files.blur(to, machine.identity([program, ...args]));
      continue;
    }
    for (const path of paths) {
      const contents = program === 'cp' && /(^|\/)\.$/.test(source ?? '');
      const found = machine.files.lookup(path, recursive ? 'nofollow' : undefined);
      if (found.is === 'absent') {
        machine.fail(
          program === 'cp'
            ? `cp: cannot stat '${source}': No such file or directory`
            : `mv: cannot stat '${source}': No such file or directory`,
        );
        continue;
      }
      const at = intoDirectory && !contents ? resolvePath(to, baseName(path)) : to;
      if (machine.denied(at, `${program}: cannot create regular file '${destination}': Permission denied`))
        continue;
      if (found.is === 'unknown') {
        machine.files.put(at, {
          kind: 'unknown',
          identity: found.identity,
          ...machine.owned(0o777),
          mode: undefined,
        });
      } else if (found.node.kind === 'dir' && !recursive) {
        machine.fail(`cp: -r not specified; omitting directory '${source}'`);
        continue;
      } else {
        const { uid, gid } = machine.owned(0);
        const kept = machine.files.graft(machine.files, found.node, keepsOwner ? {} : { uid, gid });
        if (kept.kind === 'dir') machine.files.merge(at, kept, machine.owned(0o777));
        else machine.files.put(at, kept, machine.owned(0o777));
      }
      if (program === 'mv') machine.files.remove(path);
    }
  }
  return parsed.unsure ? PART : WHOLE;
}

const ln: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-t --target-directory -S --suffix');
  const [target, link = './'] =
    parsed.operands.length > 1 ? parsed.operands : [parsed.operands[0], undefined];
  const path = machine.path(link);
  if (target === undefined || path === undefined || parsed.operands.length > 2) {
    lost(machine, args);
    return PART;
  }
  const there = machine.files.lookup(path);
  const at =
    there.is === 'present' && there.node.kind === 'dir' && !given(parsed, 'n', 'T', 'no-dereference')
      ? resolvePath(path, baseName(target))
      : path;
  if (given(parsed, 's', 'symbolic')) {
    machine.files.put(
      at,
      { kind: 'symlink', ...machine.owned(0o777), mode: 0o777, target },
      machine.owned(0o777),
    );
    return WHOLE;
  }
  const source = machine.path(target);
  const found = source === undefined ? null : machine.files.lookup(source);
  if (found?.is === 'present') machine.files.put(at, found.node, machine.owned(0o777));
  else lost(machine, args);
  return WHOLE;
};

const touch: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-d --date -r --reference -t --time');
  for (const operand of parsed.operands) {
    const path = machine.path(operand);
    if (path === undefined) lost(machine, args);
    else if (machine.files.lookup(path).is !== 'present') {
      if (machine.hasParent(path) === 'no')
        machine.fail(`touch: cannot touch '${operand}': No such file or directory`);
      else if (!machine.denied(path, `touch: cannot touch '${operand}': Permission denied`)) {
        if (machine.files.lookup(path).is === 'absent') machine.writeFile(path, { is: 'text', text: '' });
      }
    }
  }
  return WHOLE;
};

const chmod: ProgramModel = ({ args, machine }) => {
  const plain = args.filter((arg) => arg === undefined || !/^-[Rvfc]+$|^--/.test(arg));
  const recursive = args.some((arg) => arg !== undefined && (/^-[vfc]*R/.test(arg) || arg === '--recursive'));
  const [mode, ...operands] = plain;
  for (const operand of operands) {
    const paths = machine.paths(operand);
    if (paths === undefined || mode === undefined) {
      lost(machine, args);
      continue;
    }
    for (const path of paths) {
      const found = machine.files.lookup(path);
      if (found.is === 'absent') machine.fail(`chmod: cannot access '${operand}': No such file or directory`);
      else if (found.is === 'present') {
        if (ownedByOther(machine, found.node))
          machine.fail(`chmod: changing permissions of '${operand}': Operation not permitted`);
        else machine.files.change(path, (node) => ({ mode: changedMode(node, mode) }), recursive);
      }
    }
  }
  return WHOLE;
};

const chown: ProgramModel = ({ args, machine, program }) => {
  const plain = args.filter((arg) => arg === undefined || !/^-[RvfchHLP]+$|^--/.test(arg));
  const recursive = args.some(
    (arg) => arg !== undefined && (/^-[vfchHLP]*R/.test(arg) || arg === '--recursive'),
  );
  const [owner, ...operands] = plain;
  if (owner === undefined) {
    lost(machine, args);
    return PART;
  }
  const spec = program === 'chgrp' ? `:${owner}` : owner.replace(/^([^:.]+)\.([\w-]+)$/, '$1:$2');
  const found = lookupUser(spec.replace(/:$/, ''), machine.accounts);
  const missing = found.missingUser ?? found.missingGroup;
  if (missing !== null) {
    const kind = found.missingUser !== null ? 'user' : 'group';
    const alpine = machine.state.distribution === 'alpine';
    machine.fail(alpine ? `chown: unknown user/group ${owner}` : `chown: invalid ${kind}: '${owner}'`);
    return WHOLE;
  }
  const hasUser = !spec.startsWith(':');
  const hasGroup = spec.includes(':');
  for (const operand of operands) {
    const paths = machine.paths(operand);
    if (paths === undefined) {
      lost(machine, args);
      continue;
    }
    for (const path of paths) {
      const there = machine.files.lookup(path);
      if (there.is === 'absent') machine.fail(`chown: cannot access '${operand}': No such file or directory`);
      else if (there.is === 'present') {
        if (
          machine.isRoot === 'no' &&
          hasUser &&
          found.uid !== undefined &&
          there.node.uid !== undefined &&
          there.node.uid !== found.uid
        ) {
          machine.fail(`chown: changing ownership of '${operand}': Operation not permitted`);
          continue;
        }
        machine.files.change(
          path,
          () => ({ ...(hasUser ? { uid: found.uid } : {}), ...(hasGroup ? { gid: found.gid } : {}) }),
          recursive,
        );
      }
    }
  }
  return WHOLE;
};

/** `install -d -o user -m 755 dir`, or a copy with owner and mode. */
const install: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-g --group -m --mode -o --owner -S --suffix -t --target-directory');
  const owner = valueOf(parsed, 'o', 'owner');
  const group = valueOf(parsed, 'g', 'group');
  const mode = modeOf(valueOf(parsed, 'm', 'mode')) ?? 0o755;
  const { uid } = owner ? lookupUser(owner, machine.accounts) : machine.owned(0);
  const { gid } = group ? lookupUser(`0:${group}`, machine.accounts) : machine.owned(0);
  const ownership = {
    uid: owner === undefined ? undefined : uid,
    gid: group === undefined ? undefined : gid,
    mode,
  };
  if (given(parsed, 'd', 'directory')) {
    for (const operand of parsed.operands) {
      const path = machine.path(operand);
      if (path === undefined) lost(machine, args);
      else if (!machine.denied(path, `install: cannot create directory '${operand}': Permission denied`)) {
        machine.files.mkdir(path, ownership, machine.owned(0o777));
        machine.files.change(path, () => ownership, false);
      }
    }
    return WHOLE;
  }
  const sources = [...parsed.operands];
  const target = valueOf(parsed, 't', 'target-directory');
  const destination = target === null ? sources.pop() : target;
  const to = machine.path(destination);
  if (to === undefined) return lost(machine, args);
  const there = machine.files.lookup(to);
  const into =
    target !== null ||
    sources.length > 1 ||
    (there.is === 'present' && there.node.kind === 'dir') ||
    destination?.endsWith('/');
  for (const source of sources) {
    const path = machine.path(source);
    const found = path === undefined ? null : machine.files.lookup(path);
    if (path === undefined || !found || found.is === 'unknown') lost(machine, args);
    else if (found.is === 'absent')
      machine.fail(`install: cannot stat '${source}': No such file or directory`);
    else if (found.node.kind !== 'dir') {
      machine.files.put(
        into ? resolvePath(to, baseName(path)) : to,
        { ...found.node, ...ownership },
        machine.owned(0o777),
      );
    }
  }
  return WHOLE;
};

const tee: ProgramModel = ({ args, machine, input }) => {
  const parsed = parseArgs(args);
  for (const operand of parsed.operands) {
    const path = machine.path(operand);
    if (path === undefined) lost(machine, args);
    else writeOutput(machine, path, input, given(parsed, 'a', 'append'), args);
  }
  return { modelled: 'whole', output: input };
};

/** `sed -i` changes a file in place: what comes out is a function of the script and of what was there. */
const sed: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, '-e --expression -f --file -l --line-length');
  if (!args.some((arg) => arg !== undefined && (/^-[nErsuz]*i/.test(arg) || arg.startsWith('--in-place'))))
    return WHOLE;
  const files =
    parsed.options.has('e') || parsed.options.has('f') ? parsed.operands : parsed.operands.slice(1);
  const script = parsed.options.has('e') ? parsed.options.get('e') : parsed.operands[0];
  for (const operand of files) {
    const paths = machine.paths(operand);
    if (paths === undefined) lost(machine, args);
    for (const path of paths ?? []) {
      const found = machine.files.lookup(path);
      if (found.is === 'absent') {
        machine.fail(`sed: can't read ${operand}: No such file or directory`, 2);
        continue;
      }
      if (machine.denied(path, `sed: couldn't open temporary file: Permission denied`)) continue;
      const before =
        found.is === 'present' && found.node.kind === 'file'
          ? identityOf(found.node.content)
          : machine.files.digest(path);
      const size = found.is === 'present' && found.node.kind === 'file' ? found.node.size : undefined;
      machine.writeFile(path, { is: 'derived', identity: identify(program, script, before) }, size);
    }
  }
  return WHOLE;
};

const truncate: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-s --size -r --reference');
  for (const operand of parsed.operands) {
    const path = machine.path(operand);
    if (path !== undefined)
      machine.writeFile(
        path,
        { is: 'derived', identity: machine.identity(args) },
        byteCount(valueOf(parsed, 's', 'size')),
      );
  }
  return WHOLE;
};

/** `dd if=/dev/zero of=/big bs=1M count=50`. */
const dd: ProgramModel = ({ args, machine }) => {
  const named = new Map<string, string>();
  for (const arg of args) {
    const equals = arg?.indexOf('=') ?? -1;
    if (arg !== undefined && equals > 0) named.set(arg.slice(0, equals), arg.slice(equals + 1));
  }
  const path = machine.path(named.get('of'));
  if (path === undefined) return named.has('of') ? lost(machine, args) : WHOLE;
  const block = byteCount(named.get('bs') ?? '512');
  const count = named.get('count');
  const size = block === undefined || count === undefined ? undefined : block * Number(count);
  const source = named.get('if') ?? '';
  const identity = /random/.test(source) ? machine.volatileIdentity(args) : machine.identity(args);
  machine.writeFile(path, { is: 'derived', identity }, size);
  return WHOLE;
};

const mktemp: ProgramModel = ({ args, machine }) => {
  machine.files.blur('/tmp', machine.volatileIdentity(args));
  return PART;
};

function byteCount(text: Known<string> | null): Known<number> {
  const read = /^(\d+)([kKMG]?)(i?B)?$/.exec(text ?? '');
  if (!read) return undefined;
  const unit = { k: 1024, K: 1024, M: 1024 ** 2, G: 1024 ** 3, '': 1 }[read[2] ?? ''] ?? 1;
  return Number(read[1]) * unit;
}

/** What a program prints goes to a file: `>`, `>>`, tee. */
export function writeOutput(
  machine: Machine,
  path: string,
  output: Known<string>,
  append: boolean,
  argv: readonly Known<string>[],
): void {
  if (machine.files.lookup(path).is === 'present' && path.startsWith('/dev/')) return;
  if (path.startsWith('/dev/') || path.startsWith('/proc/')) return;
  if (machine.hasParent(path) === 'no') {
    machine.fail(`/bin/sh: cannot create ${path}: Directory nonexistent`, 2);
    return;
  }
  if (machine.denied(path, `/bin/sh: cannot create ${path}: Permission denied`)) return;
  const found = machine.files.lookup(path);
  const before = append && found.is === 'present' && found.node.kind === 'file' ? found.node : null;
  machine.writeFile(
    path,
    outputContent(machine, output, before, append && found.is === 'unknown', argv),
    undefined,
  );
}

function outputContent(
  machine: Machine,
  output: Known<string>,
  before: TreeNode | null,
  unknownBefore: boolean,
  argv: readonly Known<string>[],
): Content {
  if (before?.kind === 'file') {
    if (output !== undefined && before.content.is === 'text')
      return { is: 'text', text: before.content.text + output };
    return {
      is: 'derived',
      identity: identify('append', identityOf(before.content), output ?? machine.identity(argv)),
    };
  }
  if (unknownBefore || output === undefined) return { is: 'derived', identity: machine.identity(argv) };
  return { is: 'text', text: output };
}

/** The permission bits of an octal mode; null where none was given. */
function modeOf(text: Known<string> | null): number | null {
  return text !== null && text !== undefined && /^[0-7]{3,5}$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** What `chmod mode` makes of a node's bits; undefined where it cannot be told. */
export function changedMode(node: TreeNode, mode: string): Known<number> {
  if (/^[0-7]{3,5}$/.test(mode)) return Number.parseInt(mode, 8);
  let bits = node.mode;
  for (const clause of mode.split(',')) {
    const read = /^([ugoa]*)([+\-=])([rwxXst]*)$/.exec(clause);
    if (!read || bits === undefined) return undefined;
    const [, who = '', operator, permissions = ''] = read;
    const classes = who === '' || who.includes('a') ? 'ugo' : who;
    let mask = 0;
    let wanted = 0;
    for (const name of classes) {
      const shift = { u: 6, g: 3, o: 0 }[name] ?? 0;
      mask |= 0o7 << shift;
      if (permissions.includes('r')) wanted |= 0o4 << shift;
      if (permissions.includes('w')) wanted |= 0o2 << shift;
      const executable = node.kind === 'dir' || (bits & 0o111) !== 0;
      if (permissions.includes('x') || (permissions.includes('X') && executable)) wanted |= 0o1 << shift;
    }
    if (permissions.includes('t')) wanted |= 0o1000;
    if (permissions.includes('s'))
      wanted |= (classes.includes('u') ? 0o4000 : 0) | (classes.includes('g') ? 0o2000 : 0);
    if (operator === '+') bits |= wanted;
    else if (operator === '-') bits &= ~wanted;
    else bits = (bits & ~mask) | wanted;
  }
  return bits;
}

function ownedByOther(machine: Machine, node: TreeNode): boolean {
  const { uid } = machine.ids;
  return uid !== undefined && uid !== 0 && node.uid !== undefined && node.uid !== uid;
}

/** Which files are touched is not known: any may have been. */
function lost(machine: Machine, args: readonly Known<string>[]) {
  machine.files.haze(machine.identity(args));
  return NO;
}

export const fileCommands: Readonly<Record<string, ProgramModel>> = {
  mkdir,
  rm,
  unlink: rm,
  rmdir,
  cp,
  mv,
  ln,
  touch,
  chmod,
  chown,
  chgrp: chown,
  install,
  tee,
  sed,
  truncate,
  dd,
  mktemp,
};

/** Programs that print what a file holds or what they were told, and change nothing. */
export const printingCommands: Readonly<Record<string, ProgramModel>> = {
  echo: ({ args }: ProgramCall) => ({ modelled: 'whole', output: echoed(args) }),
  printf: ({ args }: ProgramCall) => ({ modelled: 'whole', output: printed(args) }),
  cat: ({ args, machine, input }: ProgramCall) => {
    const { operands } = parseArgs(args);
    if (operands.length === 0) return { modelled: 'whole', output: input };
    let output: Known<string> = '';
    for (const operand of operands) {
      for (const path of machine.paths(operand) ?? [undefined]) {
        const found = path === undefined ? null : machine.files.lookup(path);
        if (found?.is === 'absent') machine.fail(`cat: ${operand}: No such file or directory`);
        if (found?.is === 'present' && found.node.kind === 'file' && found.node.content.is === 'text') {
          if (output !== undefined) output += found.node.content.text;
        } else output = undefined;
      }
    }
    return { modelled: 'whole', output };
  },
};

function echoed(args: readonly Known<string>[]): Known<string> {
  if (args.some((arg) => arg === undefined || arg.includes('\\'))) return undefined;
  const [first, ...rest] = args;
  if (first === '-n') return rest.join(' ');
  // What -e does depends on the shell, but without backslashes it does nothing to the text.
  return first === '-e' ? undefined : `${args.join(' ')}\n`;
}

function printed(args: readonly Known<string>[]): Known<string> {
  const [format, ...values] = args;
  if (format === undefined || values.some((value) => value === undefined)) return undefined;
  if (/\\[^nt\\]/.test(format) || /%[^s%]/.test(format)) return undefined;
  const places = (format.match(/%s/g) ?? []).length;
  if (places === 0 && values.length > 0) return undefined;
  let output = '';
  let at = 0;
  do {
    output += format.replace(/%[s%]|\\[nt\\]/g, (found) => {
      if (found === '%s') return values[at++] ?? '';
      return found === '%%' ? '%' : found === '\\n' ? '\n' : found === '\\t' ? '\t' : '\\';
    });
  } while (places > 0 && at < values.length);
  return output;
}
