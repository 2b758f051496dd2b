import { State } from '../state.ts';
import type { Presence, StageState } from '../types.ts';

/**
 * Programs of the `debian` images beside the ones that people call: with those in the facts they are all that
 * the image has. Source: file lists of the packages of priority required, Debian 12; what Debian 13 has beside it
 * stands at the end, so that nothing is called missing that is not.
 */
const OTHERS = new Set(
  (
    'add-shell addpart agetty apt-cdrom badblocks basenc bashbug blkdiscard blkid blkzone blockdev ' +
    'captoinfo chattr chcon chcpu chfn chgpasswd chmem choom chrt chsh clear_console cpgr cppw ' +
    'ctrlaltdel deb-systemd-invoke debconf-apt-progress debconf-communicate debconf-copydb ' +
    'debconf-escape debconf-set-selections debconf-show debugfs delgroup delpart deluser ' +
    'dnsdomainname domainname dpkg-fsys-usrunmess dpkg-maintscript-helper dpkg-preconfigure ' +
    'dpkg-realpath dpkg-split dpkg-statoverride dpkg-trigger dumpe2fs e2freefrag e2fsck e2image ' +
    'e2label e2mmpstatus e2scrub e2scrub_all e2undo e4crypt e4defrag expiry faillock faillog ' +
    'fallocate filefrag fincore findfs findmnt fsck fsck.cramfs fsck.ext2 fsck.ext3 fsck.ext4 ' +
    'fsck.minix fsfreeze fstab-decode fstrim getconf getty gpgv groupmems grpck grpconv grpunconv ' +
    'gzexe hardlink hostid hwclock iconvconfig infotocap installkernel ipcmk ipcrm ipcs ischroot ' +
    'isosize killall5 last lastb lastlog lastlog2 ld.so ldattach linux32 linux64 logsave losetup ' +
    'lsattr lscpu lsfd lsipc lsirq lslocks lslogins lsmem lsns mcookie mesg mke2fs mkfs mkfs.bfs ' +
    'mkfs.cramfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.minix mkhomedir_helper mklost+found mkswap ' +
    'mount.fuse namei nawk newgrp nisdomainname pam-auth-update pam_getenv pam_namespace_helper ' +
    'pam_timestamp_check partx pidof pivot_root pldd printenv prlimit pwck pwconv pwhistory_helper ' +
    'pwunconv rbash readprofile remove-shell rename.ul resize2fs resizepart rgrep rmt rmt-tar ' +
    'rtcwake runcon runuser scriptlive service setarch setterm sg shadowconfig sqopv sqv sulogin ' +
    'swaplabel swapoff swapon switch_root tabs tarcat tic toe tune2fs uclampset uncompress ' +
    'unix_chkpwd unix_update update-rc.d update-shells utmpdump vigr vipw wall wdctl whereis ' +
    'which.debianutils wipefs ypdomainname zcmp zdiff zdump zegrep zfgrep zforce zic zless zmore ' +
    'znew zramctl ' +
    'bits coresched enosys exch getino irqtop lsclocks pipesz sqop sqv waitpid'
  ).split(' '),
);

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Whether a stage has a program. A `debian` image on which nothing was installed has what is listed and no more,
 * so that a name that nobody knows is a slip of the pen.
 */
export function hasProgram(stage: StageState, program: string): Presence {
  const known = stage.hasCommand(program);
  if (known !== 'unknown' || program.includes('/') || OTHERS.has(program) || !(stage instanceof State))
    return known;
  const { base, murky, packages, config } = stage;
  if (base === null || base === 'scratch' || base.name !== 'debian' || murky) return known;
  const untouched = packages.installed.size === 0 && packages.incomplete.size === 0;
  return untouched && config.env.get('PATH') === PATH ? 'no' : known;
}
