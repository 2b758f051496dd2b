import type { Accounts, Known, UserAccount } from '../types.ts';

/**
 * Users and groups that a distribution starts with.
 *
 * Debian and Ubuntu: passwd.master and group.master of base-passwd 3.6 (Debian 12; Debian 13 differs in
 * no name); Alpine: alpinelinux/aports main/alpine-baselayout, and the accounts that current containers have.
 */

const DEBIAN_USERS =
  'daemon:1:1:/usr/sbin bin:2:2:/bin sys:3:3:/dev sync:4:65534:/bin games:5:60:/usr/games man:6:12:/var/cache/man lp:7:7:/var/spool/lpd mail:8:8:/var/mail news:9:9:/var/spool/news uucp:10:10:/var/spool/uucp proxy:13:13:/bin www-data:33:33:/var/www backup:34:34:/var/backups list:38:38:/var/list irc:39:39:/run/ircd _apt:42:65534:/nonexistent nobody:65534:65534:/nonexistent';
const DEBIAN_GROUPS =
  'daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 news:9 uucp:10 man:12 proxy:13 kmem:15 dialout:20 fax:21 voice:22 cdrom:24 floppy:25 tape:26 sudo:27 audio:29 dip:30 www-data:33 backup:34 operator:37 list:38 irc:39 src:40 shadow:42 utmp:43 video:44 sasl:45 plugdev:46 staff:50 games:60 users:100 nogroup:65534';
const ALPINE_USERS =
  'bin:1:1:/bin daemon:2:2:/sbin lp:4:7:/var/spool/lpd sync:5:0:/sbin shutdown:6:0:/sbin halt:7:0:/sbin mail:8:12:/var/mail news:9:13:/usr/lib/news uucp:10:14:/var/spool/uucppublic cron:16:16:/var/spool/cron ftp:21:21:/var/lib/ftp sshd:22:22:/dev/null games:35:35:/usr/games ntp:123:123:/var/empty guest:405:100:/dev/null nobody:65534:65534:/';
const ALPINE_GROUPS =
  'bin:1 daemon:2 sys:3 adm:4 tty:5 disk:6 lp:7 kmem:9 wheel:10 floppy:11 mail:12 news:13 uucp:14 cron:16 audio:18 cdrom:19 dialout:20 ftp:21 sshd:22 input:23 tape:26 video:27 netdev:28 kvm:34 games:35 shadow:42 www-data:82 users:100 ntp:123 abuild:300 utmp:406 ping:999 nogroup:65533 nobody:65534';

/** Accounts of some releases only: never claimed to be there or missing. */
const DOUBTFUL = new Set(
  'adm operator postmaster squid xfs cyrus vpopmail smmsp gnats ubuntu systemd-network systemd-timesync systemd-journal messagebus _chrony sgx render crontab ssl-cert input kvm netdev ntp at man _flatpak lxd admin'.split(
    ' ',
  ),
);

const ROOT: UserAccount = { uid: 0, gid: 0, home: '/root', groups: [] };

/** Users written as `name:uid:gid:home`, separated by blanks. */
export function parseUsers(text: string): [string, UserAccount][] {
  return text
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [name = '', uid, gid, home] = entry.split(':');
      return [name, { uid: Number(uid), gid: Number(gid), home, groups: [] }];
    });
}

/**
 * The accounts of an image: those of its distribution and its own.
 * @param own - `name:uid:gid:home`, each with a group of its own name.
 * @param complete - whether nothing else is there.
 */
export function accountsOf(
  ground: 'debian' | 'alpine' | 'minimal',
  own: string,
  complete: boolean,
): Accounts {
  const listed = ground === 'debian' ? DEBIAN_USERS : ground === 'alpine' ? ALPINE_USERS : '';
  const groups = ground === 'debian' ? DEBIAN_GROUPS : ground === 'alpine' ? ALPINE_GROUPS : '';
  const mine = parseUsers(own);
  const groupIds = new Map<string, Known<number>>([['root', 0]]);
  for (const entry of groups.split(' ').filter((text) => text !== '')) {
    const [name = '', gid] = entry.split(':');
    groupIds.set(name, Number(gid));
  }
  for (const [name, user] of mine) groupIds.set(name, user.gid);
  return {
    users: new Map([['root', ROOT], ...parseUsers(listed), ...mine]),
    groups: groupIds,
    complete,
    doubtful: ground === 'minimal' ? new Set() : DOUBTFUL,
  };
}

/** /etc/passwd and /etc/group that are not there, as in scratch. */
export const NO_ACCOUNTS: Accounts = {
  users: new Map(),
  groups: new Map(),
  complete: true,
  doubtful: new Set(),
};

/** Accounts of an image of which nothing is known. */
export const UNKNOWN_ACCOUNTS: Accounts = {
  users: new Map([['root', ROOT]]),
  groups: new Map([['root', 0]]),
  complete: false,
  doubtful: new Set(),
};
