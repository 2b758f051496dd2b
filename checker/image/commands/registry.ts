import { accountCommands } from './accounts.ts';
import { archiveCommands } from './archives.ts';
import { compilerCommands } from './compilers.ts';
import { fileCommands, printingCommands } from './files.ts';
import type { ProgramModel } from './model.ts';
import { networkCommands } from './network.ts';
import { nodeCommands } from './node.ts';
import { pythonCommands } from './python.ts';
import { systemPackageCommands } from './system-packages.ts';

/** Programs that look and tell, or change nothing that outlives the container. */
const HARMLESS =
  'true false test [ [[ : ls pwd id whoami env printenv date sleep uname hostname which type command hash wc head tail uniq cut tr grep egrep fgrep find diff cmp stat file du df basename dirname readlink realpath seq nproc free ps kill wait sync md5sum sha1sum sha256sum sha512sum cksum base64 od expr jq getent locale ldd ldconfig groups gpgconf gpgv ulimit trap exit return shift umask read local declare typeset set shopt alias let times uptime clear tput stty more less arch getconf dpkg-query apt-cache apt-config apt-mark apk-info lsb_release nslookup dig ping nc pkill killall chsh setcap getcap strip update-ca-certificates dpkg-reconfigure locale-gen update-alternatives dpkg-architecture fc-cache npm-version rustup nginx ssh-keyscan a2enmod a2dismod a2ensite setfacl bash-completion'.split(
    ' ',
  );

/** Of the harmless ones, these write below /usr, /etc or /var what nobody asks about. */
const SYSTEM_WRITERS = new Set(
  'setcap strip update-ca-certificates dpkg-reconfigure locale-gen update-alternatives fc-cache rustup ldconfig a2enmod a2dismod a2ensite apt-mark'.split(
    ' ',
  ),
);

const harmless: ProgramModel = ({ program, args, machine }) => {
  if (SYSTEM_WRITERS.has(program)) {
    const identity = machine.identity([program, ...args]);
    for (const path of ['/usr', '/etc', '/var']) machine.files.blur(path, identity);
  }
  return { modelled: 'whole' };
};

/** Tools that write files which an option names, or which they choose themselves. */
const writing: ProgramModel = ({ program, args, machine }) => {
  machine.unmodelled([program, ...args], 'workdir');
  return { modelled: 'part' };
};

const sort: ProgramModel = (call) =>
  call.args.some((arg) => arg === undefined || /^(-[a-zA-Z]*o|--output)/.test(arg))
    ? writing(call)
    : harmless(call);

/** A program text that writes says so with `>`; where to is for awk to read. */
const awk: ProgramModel = (call) => {
  const { program, args, machine } = call;
  if (!args.some((arg) => arg === undefined || arg.includes('>') || arg.includes('system(') || arg === '-i'))
    return harmless(call);
  machine.files.haze(machine.identity([program, ...args]));
  return { modelled: 'part' };
};

/** PHP runs what a script says, often one that installs programs. */
const php: ProgramModel = (call) => {
  const { program, args, machine } = call;
  if (args.length === 1 && /^(-[mvi]|--version|--ini|--modules)$/.test(args[0] ?? '')) return harmless(call);
  machine.unmodelled([program, ...args], /^(artisan|bin\/console)$/.test(args[0] ?? '') ? 'workdir' : 'all');
  return { modelled: 'no' };
};

/** `find ... -delete` and `-exec` change what they find. */
const find: ProgramModel = ({ args, machine, program }) => {
  if (args.some((arg) => arg === undefined || /^-(delete|exec|execdir|ok|fprint.*|fls)$/.test(arg))) {
    const roots = args.slice(
      0,
      Math.max(
        0,
        args.findIndex((arg) => arg?.startsWith('-') === true || arg === '('),
      ),
    );
    const identity = machine.identity([program, ...args]);
    for (const root of roots.length > 0 ? roots : ['.']) {
      const path = machine.path(root);
      if (path === undefined) machine.files.haze(identity);
      else if (machine.files.lookup(path).is === 'present') machine.files.blurAll(path, identity);
    }
    return { modelled: 'part' };
  }
  return { modelled: 'whole' };
};

const MODELS: Readonly<Record<string, ProgramModel>> = {
  ...Object.fromEntries(HARMLESS.map((name) => [name, harmless])),
  find,
  sort,
  awk,
  gawk: awk,
  mawk: awk,
  php,
  ...Object.fromEntries(
    ['gpg', 'openssl', 'ssh-keygen', 'htpasswd', 'xxd', 'yq'].map((name) => [name, writing]),
  ),
  ...printingCommands,
  ...fileCommands,
  ...accountCommands,
  ...archiveCommands,
  ...compilerCommands,
  ...networkCommands,
  ...nodeCommands,
  ...pythonCommands,
  ...systemPackageCommands,
};

/** The model of a program, or undefined where none is known: what it does is then not known. */
export function modelOf(program: string): ProgramModel | undefined {
  return Object.hasOwn(MODELS, program) ? MODELS[program] : undefined;
}

/** Builtins of POSIX shells and bash: there whenever the shell is. */
export const SHELL_BUILTINS: ReadonlySet<string> = new Set(
  '. : [ alias bg break cd command continue echo eval exec exit export false fg getopts hash jobs kill let local printf pwd read readonly return set shift shopt source test times trap true type typeset declare ulimit umask unalias unset wait [['.split(
    ' ',
  ),
);
