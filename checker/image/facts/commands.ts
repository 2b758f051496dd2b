/**
 * Which programs come with what. Only names that stand in one of these lists are ever claimed to be missing.
 *
 * Sources: the package lists of docker-library/repo-info (read November 2026), packages.debian.org and
 * pkgs.alpinelinux.org contents listings, busybox's applet list of Alpine 3.22, docker-library/buildpack-deps.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Essential and required packages of Debian and Ubuntu, those of the slim images too. */
export const DEBIAN_BASE: ReadonlySet<string> = new Set(
  words(`
  sh bash dash ls cat cp mv rm mkdir rmdir ln chmod chown chgrp touch echo printf test [ true false pwd env
  head tail cut sort uniq wc tr tee od cksum md5sum sha1sum sha256sum sha512sum sha224sum sha384sum b2sum
  base64 base32 basename dirname readlink realpath stat date sleep seq id whoami groups users who uname
  nproc mktemp mkfifo mknod install dd df du sync timeout nohup nice stdbuf expr factor fmt fold join nl
  paste split csplit tac truncate tsort tty unexpand expand yes chroot arch comm dircolors dir vdir link
  unlink logname numfmt pathchk pinky pr ptx shred shuf stty sum
  grep egrep fgrep sed awk mawk find xargs tar gzip gunzip zcat zgrep diff cmp diff3 sdiff
  apt apt-get apt-cache apt-config apt-key apt-mark dpkg dpkg-query dpkg-deb dpkg-divert update-alternatives
  useradd userdel usermod groupadd groupdel groupmod passwd chpasswd newusers gpasswd chage su login
  perl hostname mount umount getopt flock setsid ldd ldconfig locale localedef getent iconv tzselect
  deb-systemd-helper debconf dpkg-reconfigure update-passwd start-stop-daemon invoke-rc.d nologin
  tempfile which savelog run-parts tput clear tset reset infocmp dmesg lsblk kill nsenter unshare
  more rev script scriptreplay setpriv mountpoint ionice taskset renice logger cal`),
);
/** Left out of DEBIAN_BASE on purpose: they differ from release to release, so nothing is said of them. */

/** What buildpack-deps (the full, tagless variants) adds to Debian. */
export const BUILDPACK_DEPS: ReadonlySet<string> = new Set(
  words(`
  curl wget git hg svn ssh scp sftp ssh-keygen ssh-keyscan gpg gnupg ps top free pgrep pkill uptime vmstat watch
  sysctl w gcc g++ cc c++ cpp ld as ar nm strip objdump ranlib make autoconf automake autoreconf aclocal libtoolize
  dpkg-dev dpkg-buildpackage dpkg-architecture file bzip2 bunzip2 xz unxz unzip patch python3 openssl
  update-ca-certificates pg_config convert xml2-config pkg-config`),
);

/** Applets of Alpine's busybox and its few other packages. */
export const ALPINE_BASE: ReadonlySet<string> = new Set(
  words(`
  sh ash ls cat cp mv rm mkdir rmdir ln chmod chown chgrp touch echo printf test [ [[ true false pwd env head
  tail cut sort uniq wc tr tee od cksum md5sum sha1sum sha256sum sha512sum sha3sum base64 basename dirname
  readlink realpath stat date sleep seq id whoami groups who uname nproc mktemp mkfifo mknod install dd df du
  sync timeout nohup nice expr factor fold nl paste split tac truncate tty unexpand expand yes chroot arch
  comm link unlink shred shuf stty sum grep egrep fgrep sed awk find xargs tar gzip gunzip zcat diff cmp
  adduser addgroup deluser delgroup passwd chpasswd su login mkpasswd cryptpw
  apk hostname mount umount getopt flock setsid ldd getent iconv which run-parts clear reset kill killall
  killall5 pkill pgrep pidof ps top free uptime watch sysctl dmesg nsenter unshare more less rev mountpoint
  ionice renice logger cal wget nc ping ping6 nslookup netstat ifconfig ip route arp traceroute traceroute6
  telnet vi ed patch bzip2 bunzip2 xzcat unxz unzip cpio ar crond crontab nologin strings hexdump xxd dc bc
  tree usleep lsof ssl_client openvt syslogd start-stop-daemon setpriv sendmail udhcpc ipcalc inotifyd fuser
  dos2unix unix2dos`).filter(
    (name) => !['start-stop-daemon', 'setpriv', 'xz', 'ar', 'telnet', 'lsof'].includes(name),
  ),
);

/** Applets of the busybox image that matter beside Alpine's. */
export const BUSYBOX_BASE: ReadonlySet<string> = new Set(
  [...ALPINE_BASE, ...words('httpd telnet telnetd ftpget ftpput nc tftp dpkg rpm ar')].filter(
    (name) => !['apk', 'ldd', 'getent', 'iconv', 'ssl_client'].includes(name),
  ),
);

/**
 * Programs whose absence is worth a claim: they come from packages that these lists know. A name that is in
 * none of the lists is never said to be missing.
 */
export const WELL_KNOWN: ReadonlySet<string> = new Set(
  words(`
  bash curl wget git hg svn ssh scp rsync gcc g++ cc c++ make cmake vim vi nano ping ps top free pgrep pkill killall
  netstat ifconfig ip ss nc ncat telnet dig nslookup host sudo gosu su-exec tini dumb-init unzip zip jq yq
  node nodejs npm npx yarn pnpm corepack python python3 pip pip3 java javac jshell mvn gradle go gofmt cargo rustc
  rustup ruby gem bundle irb php composer php-fpm nginx apache2 httpd supervisord file xz bzip2 openssl gpg
  envsubst psql pg_isready pg_dump mysql mysqladmin mysqldump redis-cli redis-server sqlite3 strace htop tree
  crond cron setcap apk apt apt-get dnf yum microdnf useradd groupadd usermod adduser addgroup
  uv uvx poetry pipenv bun deno docker kubectl aws uvicorn gunicorn hypercorn flask celery django-admin fastapi
  nodemon pm2 tsc ts-node tsx serve vite next nest ffmpeg convert http httpie lsb_release add-apt-repository
  patch pg_config pkg-config autoconf automake caddy grpc_health_probe wait-for-it wait-for-it.sh sh
  tar gzip find xargs grep sed awk ls cat cp mv rm mkdir chmod chown`),
);

/** Programs that packages of apt bring, their dependencies' included. A package that is not listed may bring anything. */
const APT_PACKAGES = `
curl: curl openssl|wget: wget openssl|git: git patch|git-core: git|openssh-client: ssh scp sftp ssh-keygen ssh-keyscan|mercurial: hg python3|subversion: svn
rsync: rsync|gcc: gcc cc cpp ld as ar|g++: g++ c++ gcc cc cpp ld as ar|make: make|cmake: cmake|build-essential: gcc g++ cc c++ cpp ld as ar make patch bzip2 xz
vim: vim vi|vim-tiny: vi|nano: nano|iputils-ping: ping|procps: ps top free pgrep pkill uptime watch sysctl|psmisc: killall pstree fuser
net-tools: netstat ifconfig route arp|iproute2: ip ss|netcat: nc|netcat-openbsd: nc|netcat-traditional: nc|ncat: ncat|nmap: nmap ncat|telnet: telnet|inetutils-telnet: telnet
dnsutils: dig nslookup host|bind9-dnsutils: dig nslookup|bind9-host: host|sudo: sudo|gosu: gosu|tini: tini|dumb-init: dumb-init|unzip: unzip|zip: zip|jq: jq|yq: yq
nodejs: node nodejs|npm: npm npx node nodejs|python3: python3|python3-pip: pip pip3 python3|python3-venv: python3|python3-dev: python3|python3-minimal: python3|python-is-python3: python python3
default-jre: java|default-jdk: java javac|default-jre-headless: java|default-jdk-headless: java javac|openjdk-17-jre-headless: java|openjdk-17-jdk: java javac|openjdk-21-jre-headless: java|openjdk-21-jdk: java javac|maven: mvn java|gradle: gradle java
golang: go gofmt|golang-go: go gofmt|cargo: cargo rustc gcc cc|rustc: rustc gcc cc|ruby: ruby gem irb|ruby-full: ruby gem irb|bundler: bundle ruby gem|php: php|php-cli: php|php-fpm: php-fpm|composer: composer php
nginx: nginx|nginx-light: nginx|apache2: apache2|supervisor: supervisord python3|file: file|xz-utils: xz unxz|bzip2: bzip2 bunzip2|openssl: openssl|gnupg: gpg|gnupg2: gpg|gpg: gpg
gettext-base: envsubst|gettext: envsubst|postgresql-client: psql pg_isready pg_dump|default-mysql-client: mysql mysqladmin mysqldump|mariadb-client: mysql mysqladmin mysqldump mariadb|redis-tools: redis-cli|redis: redis-cli redis-server|redis-server: redis-cli redis-server|sqlite3: sqlite3
strace: strace|lsof: lsof|htop: htop|tree: tree|cron: cron|libcap2-bin: setcap getcap|adduser: adduser addgroup|passwd: useradd|ffmpeg: ffmpeg ffprobe|imagemagick: convert|httpie: http python3|lsb-release: lsb_release
software-properties-common: add-apt-repository python3|patch: patch|pkg-config: pkg-config|pkgconf: pkg-config|autoconf: autoconf|automake: automake autoconf|libpq-dev: pg_config|ca-certificates: openssl update-ca-certificates|apt-transport-https:|gosu: gosu|uuid-runtime: uuidgen
tzdata:|locales: locale-gen|less: less|busybox: busybox|bash:|coreutils:|dirmngr: dirmngr gpg|apt-utils:|debian-archive-keyring:|gunicorn: gunicorn python3|xvfb: Xvfb|chromium: chromium|mime-support:|media-types:|netbase:|dpkg-dev: make patch xz bzip2|fakeroot: fakeroot|git-lfs: git-lfs git|swig: swig|protobuf-compiler: protoc|graphviz: dot|inetutils-ping: ping|iputils-tracepath:|tcpdump: tcpdump|socat: socat|time: time|bc: bc|bsdmainutils:|bzr: bzr|dos2unix: dos2unix|gdb: gdb|iptables: iptables|vim-common: xxd|xxd: xxd|wait-for-it: wait-for-it|postgresql: psql pg_isready pg_dump postgres`;

/** The same for apk. */
const APK_PACKAGES = `
curl: curl|wget: wget|git: git|openssh-client: ssh scp sftp ssh-keygen ssh-keyscan|openssh: ssh scp sshd|rsync: rsync|bash: bash|gcc: gcc cc cpp ld as ar|g++: g++ c++ gcc cc cpp ld as ar|make: make|cmake: cmake
build-base: gcc g++ cc c++ cpp ld as ar make patch file|alpine-sdk: gcc g++ cc c++ make git patch file tar|musl-dev:|linux-headers:|libc-dev:|vim: vim vi|nano: nano|iputils: ping|procps: ps top free pgrep pkill|procps-ng: ps top free|psmisc: killall
net-tools: netstat ifconfig|iproute2: ip ss|netcat-openbsd: nc|bind-tools: dig nslookup host|sudo: sudo|su-exec: su-exec|gosu: gosu|tini: tini|tini-static: tini-static|dumb-init: dumb-init|unzip: unzip|zip: zip|jq: jq|yq: yq|shadow: useradd groupadd usermod userdel groupdel groupmod
nodejs: node|nodejs-current: node|npm: npm npx node|yarn: yarn node|pnpm: pnpm node|python3: python3|python3-dev: python3|py3-pip: pip pip3 python3|openjdk17-jre: java|openjdk17-jre-headless: java|openjdk21-jre-headless: java|openjdk21-jre: java|openjdk17: java javac|openjdk21: java javac|maven: mvn java|gradle: gradle java
go: go gofmt|cargo: cargo rustc gcc cc|rust: rustc cargo gcc cc|ruby: ruby gem irb|ruby-bundler: bundle ruby gem|php: php|php83: php83|composer: composer php|nginx: nginx|apache2: httpd|supervisor: supervisord python3|file: file|xz: xz|bzip2: bzip2|openssl: openssl|gnupg: gpg|gettext: envsubst gettext|gettext-envsubst: envsubst
postgresql-client: psql pg_isready pg_dump|mysql-client: mysql mysqladmin mysqldump|mariadb-client: mysql mysqladmin mysqldump mariadb|redis: redis-cli redis-server|sqlite: sqlite3|strace: strace|lsof: lsof|htop: htop|tree: tree|libcap: setcap getcap|libcap-utils: setcap getcap|ffmpeg: ffmpeg ffprobe|imagemagick: convert magick
patch: patch|pkgconfig: pkg-config|pkgconf: pkg-config|autoconf: autoconf|automake: automake|postgresql-dev: pg_config|libpq-dev: pg_config|ca-certificates: update-ca-certificates openssl|ca-certificates-bundle:|tzdata:|libc6-compat:|gcompat:|busybox-extras: telnet ftpget httpd|dcron: crond|coreutils:|findutils:|grep:|sed:|tar:|gawk:|util-linux: setpriv|uv: uv uvx|caddy: caddy|libstdc++:|libgcc:|icu-libs:|icu-data-full:|musl:|libffi:|zlib:|krb5-libs:|vips:|git-lfs: git-lfs git|protoc: protoc|chromium: chromium|docker-cli: docker|aws-cli: aws python3|kubectl: kubectl`;

function parse(table: string): Map<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>();
  for (const entry of table.trim().split(/[|\n]/)) {
    const colon = entry.indexOf(':');
    const names = entry.slice(colon + 1).trim();
    packages.set(entry.slice(0, colon).trim(), names === '' ? [] : names.split(' '));
  }
  return packages;
}

const byManager = { apt: parse(APT_PACKAGES), apk: parse(APK_PACKAGES) };

/** Fonts, libraries and headers bring none of the programs that anyone would miss. */
const WITHOUT_PROGRAMS =
  /^(lib(?!reoffice).*|.*-(dev|libs?|doc|data|headers|static|locale|common-data)|fonts?-.*|ttf-.*|py3-.*|python3-(?!pip|venv).*|php\d*-.*|perl.*|.*-dbg)$/;

/**
 * Programs that a system package brings with it, or null where that is not known.
 * @param name - as it was asked for, a version (`curl=8.1`, `curl~8`, `curl:arm64`, `curl/stable`) included.
 */
export function programsOf(manager: 'apt' | 'apk', name: string): readonly string[] | null {
  const plain = packageName(name);
  const known = byManager[manager].get(plain);
  if (known) return known;
  const versioned = /^(openjdk-?\d+)-(jre|jdk).*$/.exec(plain);
  if (versioned) return versioned[2] === 'jdk' ? ['java', 'javac'] : ['java'];
  if (/^python3\.\d+(-venv|-minimal|-dev)?$/.test(plain)) return [plain.replace(/-.*$/, ''), 'python3'];
  if (/^postgresql-?client-?\d+$|^postgresql\d+-client$/.test(plain))
    return ['psql', 'pg_isready', 'pg_dump'];
  if (/^nodejs-?\d*$/.test(plain)) return ['node'];
  if (/^(gcc|g\+\+|clang)-\d+$/.test(plain)) return [plain];
  return WITHOUT_PROGRAMS.test(plain) ? [] : null;
}

/** The name of a package without the version, release or architecture that was asked for. */
export function packageName(spec: string): string {
  return spec.replace(/(?:[=<>~@/]|:[a-z0-9]+$).*$/, '');
}
