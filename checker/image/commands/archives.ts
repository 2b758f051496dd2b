import { identify } from '../identity.ts';
import { PART, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** tar, unzip, gzip: what comes out of an archive is a function of the archive. */

const tar: ProgramModel = ({ args, machine, program, input }) => {
  // The first word may be a bundle of letters without a dash.
  const [first, ...rest] = args;
  const words = first !== undefined && /^[a-zA-Z]+$/.test(first) ? [`-${first}`, ...rest] : args;
  const parsed = parseArgs(
    words,
    '-f --file -C --directory --strip-components --exclude -I --use-compress-program --transform --owner --group --mode -T --files-from -X --exclude-from',
  );
  const has = (letter: string, long: string) => parsed.options.has(letter) || parsed.options.has(long);
  const directory = valueOf(parsed, 'C', 'directory');
  const into = machine.path(directory ?? '.');
  const file = valueOf(parsed, 'f', 'file');
  const archive = file === null || file === '-' ? undefined : machine.path(file);
  const identity = identify(
    program,
    ...args,
    archive === undefined ? (input ?? machine.identity(args)) : machine.files.digest(archive),
  );
  if (has('t', 'list')) return WHOLE;
  if (has('c', 'create')) {
    if (archive !== undefined)
      machine.writeFile(archive, { is: 'derived', identity: machine.identity(args) });
    return WHOLE;
  }
  if (archive !== undefined && machine.files.lookup(archive).is === 'absent') {
    machine.fail(`tar: ${file}: Cannot open: No such file or directory`, 2);
    return WHOLE;
  }
  if (into === undefined) {
    machine.files.haze(identity);
    return PART;
  }
  if (machine.files.lookup(into).is === 'absent') {
    machine.fail(`tar: ${directory}: Cannot open: No such file or directory`, 2);
    return WHOLE;
  }
  machine.files.blurAll(into, identity);
  return PART;
};

const unzip: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, '-d -x');
  const archive = machine.path(parsed.operands[0]);
  const into = machine.path(valueOf(parsed, 'd') ?? '.');
  const identity = identify(
    program,
    ...args,
    archive === undefined ? machine.identity(args) : machine.files.digest(archive),
  );
  if (archive !== undefined && machine.files.lookup(archive).is === 'absent') {
    machine.fail(
      `unzip:  cannot find or open ${parsed.operands[0]}, ${parsed.operands[0]}.zip or ${parsed.operands[0]}.ZIP.`,
      9,
    );
    return WHOLE;
  }
  if (into === undefined) machine.files.haze(identity);
  else machine.files.blurAll(into, identity);
  return PART;
};

const gunzip: ProgramModel = ({ args, machine, program }) => {
  for (const operand of parseArgs(args).operands) {
    const path = machine.path(operand);
    if (path === undefined) {
      machine.files.haze(machine.identity(args));
      continue;
    }
    const identity = identify(program, machine.files.digest(path));
    machine.files.remove(path);
    machine.writeFile(path.replace(/\.(gz|bz2|xz)$/, ''), { is: 'derived', identity });
  }
  return PART;
};

export const archiveCommands: Readonly<Record<string, ProgramModel>> = {
  tar,
  unzip,
  gunzip,
  bunzip2: gunzip,
  unxz: gunzip,
};
