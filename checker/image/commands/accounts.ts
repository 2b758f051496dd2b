import { lookupUser } from '../permissions.ts';
import type { Accounts, Known, UserAccount } from '../types.ts';
import { given, PART, type ProgramCall, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** useradd, adduser, groupadd, addgroup, usermod, userdel: Debian's, shadow's and busybox's. */

const USERADD_VALUED =
  '-b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups -k --skel -K --key -p --password -R --root -P --prefix -s --shell -u --uid -Z --selinux-user';

/** Both shadow's useradd; `-U` is the default on Debian: a group of the same name. */
const useradd: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, USERADD_VALUED);
  const name = parsed.operands.at(-1);
  if (name === undefined) {
    machine.forgetAccounts();
    return PART;
  }
  if (
    refusedToOthers(
      machine,
      'useradd: Permission denied.\nuseradd: cannot lock /etc/passwd; try again later.',
    )
  )
    return WHOLE;
  if (machine.accounts.users.has(name) && !machine.accounts.doubtful.has(name)) {
    machine.fail(`useradd: user '${name}' already exists`, 9);
    return WHOLE;
  }
  const system = given(parsed, 'r', 'system');
  const uid = numberOf(valueOf(parsed, 'u', 'uid'), () => nextId(machine.accounts, 'user', system, 'down'));
  const group = valueOf(parsed, 'g', 'gid');
  let gid: Known<number>;
  if (group === null && !given(parsed, 'N', 'no-user-group')) {
    if (certainGroup(machine.accounts, name)) {
      machine.fail(`useradd: group ${name} exists - if you want to add this user to that group, use -g.`, 9);
      return WHOLE;
    }
    gid = uid === undefined ? undefined : idTaken(machine.accounts, uid) ? undefined : uid;
    machine.setGroup(name, gid);
  } else if (group === null) gid = 100;
  else if (group !== undefined) {
    gid = groupId(machine.accounts, group);
    if (gid === undefined && lookupUser(`0:${group}`, machine.accounts).missingGroup !== null) {
      machine.fail(`useradd: group '${group}' does not exist`, 6);
      return WHOLE;
    }
  }
  const home = valueOf(parsed, 'd', 'home-dir', 'home') ?? `/home/${name}`;
  addUser(machine, name, {
    uid,
    gid,
    home,
    groups: (valueOf(parsed, 'G', 'groups') ?? '').split(',').filter((entry) => entry !== ''),
  });
  if (given(parsed, 'm', 'create-home')) makeHome(machine, home, uid, gid, 0o700);
  return WHOLE;
};

const groupadd: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-g --gid -K --key -p --password -R --root -P --prefix -U --users');
  const name = parsed.operands.at(-1);
  if (name === undefined) {
    machine.forgetAccounts();
    return PART;
  }
  if (
    refusedToOthers(
      machine,
      'groupadd: Permission denied.\ngroupadd: cannot lock /etc/group; try again later.',
    )
  )
    return WHOLE;
  if (certainGroup(machine.accounts, name) && !given(parsed, 'f', 'force')) {
    machine.fail(`groupadd: group '${name}' already exists`, 9);
    return WHOLE;
  }
  machine.setGroup(
    name,
    numberOf(valueOf(parsed, 'g', 'gid'), () =>
      nextId(machine.accounts, 'group', given(parsed, 'r', 'system'), 'down'),
    ),
  );
  return WHOLE;
};

/** Debian's adduser and addgroup take long options, busybox's short ones; both add a user to a group given two names. */
const adduser: ProgramModel = (call) => {
  const { args, machine, program } = call;
  const busybox = machine.state.distribution === 'alpine' || machine.state.distribution === 'busybox';
  const parsed = busybox
    ? parseArgs(args, '-h -g -s -G -u -k --home --gecos --shell --ingroup --uid --gid --skel')
    : parseArgs(
        args,
        '--home --shell --uid --gid --ingroup --gecos --comment --firstuid --lastuid --add_extra_groups --conf',
      );
  const [name, second] = parsed.operands;
  if (name === undefined) {
    machine.forgetAccounts();
    return PART;
  }
  if (
    refusedToOthers(
      machine,
      `${program}: ${busybox ? 'permission denied (are you root?)' : 'Only root may add a user or group to the system.'}`,
    )
  )
    return WHOLE;
  // With --system, --group gives the new user a group of its own name.
  const onlyGroup = given(parsed, 'group') && !given(parsed, 'system');
  if (program === 'addgroup' || onlyGroup) return addGroup(call, parsed, name, second, busybox);
  if (second !== undefined) return joinGroup(call, name, second);
  if (machine.accounts.users.has(name) && !machine.accounts.doubtful.has(name)) {
    if (busybox) machine.fail(`adduser: user '${name}' in use`);
    else if (!given(parsed, 'system')) machine.fail(`adduser: The user \`${name}' already exists.`);
    return WHOLE;
  }
  const system = given(parsed, 'S', 'system');
  const uid = numberOf(valueOf(parsed, 'u', 'uid'), () => nextId(machine.accounts, 'user', system, 'up'));
  const group = valueOf(parsed, ...(busybox ? ['G', 'ingroup'] : ['ingroup', 'gid']));
  let gid: Known<number>;
  if (group !== null && group !== undefined) {
    gid = groupId(machine.accounts, group);
    if (gid === undefined && lookupUser(`0:${group}`, machine.accounts).missingGroup !== null) {
      machine.fail(
        busybox ? `adduser: unknown group ${group}` : `adduser: The group \`${group}' does not exist.`,
      );
      return WHOLE;
    }
  } else if (system && !given(parsed, 'group')) {
    // A system user without a group of its own belongs to nogroup.
    gid = busybox ? 65533 : 65534;
  } else if (group === null) {
    gid = machine.accounts.groups.has(name) ? machine.accounts.groups.get(name) : uid;
    machine.setGroup(name, gid);
  }
  const noHome = given(parsed, 'H', 'no-create-home');
  const home =
    valueOf(parsed, ...(busybox ? ['h', 'home'] : ['home'])) ??
    (system && !busybox ? '/nonexistent' : `/home/${name}`);
  addUser(machine, name, { uid, gid, home, groups: [] });
  if (!noHome && !(system && !busybox && home === '/nonexistent'))
    makeHome(machine, home, uid, gid, busybox ? 0o2755 : 0o755);
  return WHOLE;
};

function addGroup(
  { machine, program }: ProgramCall,
  parsed: ReturnType<typeof parseArgs>,
  name: string,
  member: Known<string>,
  busybox: boolean,
) {
  const [user] = [name];
  if (member !== undefined && program === 'addgroup')
    return joinGroup({ machine } as ProgramCall, user, member);
  if (certainGroup(machine.accounts, name)) {
    if (busybox) machine.fail(`addgroup: group '${name}' in use`);
    else if (!given(parsed, 'system')) machine.fail(`addgroup: The group \`${name}' already exists.`);
    return WHOLE;
  }
  const wanted = valueOf(parsed, ...(busybox ? ['g', 'gid'] : ['gid']));
  machine.setGroup(
    name,
    numberOf(wanted, () => nextId(machine.accounts, 'group', given(parsed, 'S', 'system'), 'up')),
  );
  return WHOLE;
}

function joinGroup({ machine }: Pick<ProgramCall, 'machine'>, user: string, group: string) {
  const account = machine.accounts.users.get(user);
  if (account) machine.setUser(user, { ...account, groups: [...account.groups, group] });
  return WHOLE;
}

const usermod: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(
    args,
    '-c --comment -d --home -e --expiredate -f --inactive -g --gid -G --groups -l --login -p --password -s --shell -u --uid -R --root',
  );
  const name = parsed.operands.at(-1);
  const account = name === undefined ? undefined : machine.accounts.users.get(name);
  if (name === undefined || !account) {
    machine.forgetAccounts();
    return PART;
  }
  const group = valueOf(parsed, 'g', 'gid');
  const added = (valueOf(parsed, 'G', 'groups') ?? '').split(',').filter((entry) => entry !== '');
  const changed: UserAccount = {
    uid: numberOf(valueOf(parsed, 'u', 'uid'), () => account.uid),
    gid: group === null ? account.gid : group === undefined ? undefined : groupId(machine.accounts, group),
    home: valueOf(parsed, 'd', 'home') ?? account.home,
    groups: [...account.groups, ...added],
  };
  const login = valueOf(parsed, 'l', 'login');
  if (login !== null) machine.removeUser(name);
  if (login === undefined) machine.forgetAccounts();
  else machine.setUser(login ?? name, changed);
  return WHOLE;
};

const groupmod: ProgramModel = ({ args, machine }) => {
  const parsed = parseArgs(args, '-g --gid -n --new-name -p --password -R --root');
  const name = parsed.operands.at(-1);
  if (name === undefined) {
    machine.forgetAccounts();
    return PART;
  }
  const gid = numberOf(valueOf(parsed, 'g', 'gid'), () => machine.accounts.groups.get(name));
  const renamed = valueOf(parsed, 'n', 'new-name');
  if (renamed !== null) machine.removeGroup(name);
  if (renamed === undefined) machine.forgetAccounts();
  else machine.setGroup(renamed ?? name, gid);
  return WHOLE;
};

const userdel: ProgramModel = ({ args, machine }) => {
  const name = parseArgs(args, '-R --root').operands.at(-1);
  if (name === undefined) machine.forgetAccounts();
  else {
    machine.removeUser(name);
    machine.removeGroup(name);
  }
  return WHOLE;
};

const groupdel: ProgramModel = ({ args, machine }) => {
  const name = parseArgs(args, '-R --root').operands.at(-1);
  if (name === undefined) machine.forgetAccounts();
  else machine.removeGroup(name);
  return WHOLE;
};

function addUser(machine: ProgramCall['machine'], name: string, account: UserAccount): void {
  machine.setUser(name, account);
}

function makeHome(
  machine: ProgramCall['machine'],
  home: string,
  uid: Known<number>,
  gid: Known<number>,
  mode: number,
): void {
  if (home === '/nonexistent' || home === '/' || home === '/dev/null') return;
  machine.files.mkdir(home, { uid, gid, mode }, { uid: 0, gid: 0, mode: 0o755 });
  if (machine.state.distribution !== 'debian' && machine.state.distribution !== 'ubuntu') {
    if (machine.state.distribution !== 'alpine') machine.files.blur(home, 'skel');
    return;
  }
  for (const name of ['.bash_logout', '.bashrc', '.profile']) {
    const content = { is: 'derived' as const, identity: `skel ${name}` };
    machine.files.put(`${home}/${name}`, { kind: 'file', uid, gid, mode: 0o644, size: 1500, content });
  }
}

function refusedToOthers(machine: ProgramCall['machine'], message: string): boolean {
  if (machine.isRoot !== 'no') return false;
  machine.fail(message);
  return true;
}

function certainGroup(accounts: Accounts, name: string): boolean {
  return accounts.groups.has(name) && !accounts.doubtful.has(name);
}

function groupId(accounts: Accounts, group: string): Known<number> {
  if (accounts.groups.has(group)) return accounts.groups.get(group);
  return /^\d+$/.test(group) ? Number(group) : undefined;
}

/** The number that an option gives, or what holds where it was not given. */
function numberOf(value: Known<string> | null, otherwise: () => Known<number>): Known<number> {
  if (value === null) return otherwise();
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The id that the tools choose: shadow takes system accounts from 999 down, adduser from 100 up, all others from 1000 up. */
function nextId(
  accounts: Accounts,
  kind: 'user' | 'group',
  system: boolean,
  order: 'up' | 'down',
): Known<number> {
  if (!accounts.complete) return undefined;
  const ids =
    kind === 'user' ? [...accounts.users.values()].map((user) => user.uid) : [...accounts.groups.values()];
  const taken = new Set(ids);
  if (taken.has(undefined)) return undefined;
  const step = system && order === 'down' ? -1 : 1;
  let id = system ? (order === 'down' ? 999 : 100) : 1000;
  while (taken.has(id)) id += step;
  return id;
}

function idTaken(accounts: Accounts, id: number): boolean {
  return [...accounts.groups.values()].some((gid) => gid === id || gid === undefined);
}

export const accountCommands: Readonly<Record<string, ProgramModel>> = {
  useradd,
  groupadd,
  adduser,
  addgroup: adduser,
  usermod,
  groupmod,
  userdel,
  deluser: userdel,
  groupdel,
  delgroup: groupdel,
  passwd: () => WHOLE,
  chpasswd: () => WHOLE,
  gpasswd: () => PART,
};
