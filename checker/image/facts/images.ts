/**
 * What is known of base images.
 *
 * Sizes: sum of the uncompressed layers for linux/amd64 in decimal megabytes, as docker-library/repo-info records
 * them (`repos/<image>/local/<tag>.md`, Apache-2.0), `tag=MB@date of the image`. Where the record says gigabytes
 * with two decimals the figure is within 5 MB.
 * Everything else: the images' own Dockerfiles as of November 2026 (docker-library/{python,golang,httpd,redis,postgres,
 * php,ruby,buildpack-deps,mysql}, nodejs/docker-node, rust-lang/docker-rust, adoptium/containers, nginx/docker-nginx,
 * nginx/docker-nginx-unprivileged,
 * caddyserver/caddy-docker, MariaDB/mariadb-docker, GoogleContainerTools/distroless), and Debian's and
 * Alpine's package lists. `distroless` sizes: the project's README (static), and as `docker images` shows them.
 */

/** What a variant stands on: which programs come with the ground it is built on. */
export type Ground = 'slim' | 'scm' | 'full' | 'ubuntu' | 'alpine' | 'busybox' | 'distroless' | 'oracle';

export interface Variant {
  ground: Ground;
  /** Programs beside those of the ground. */
  has: string;
  /** Programs of which this variant may or may not have some; `*` where only `has` is known. */
  doubt?: string;
  /** Programs that it certainly does not have, though others of its kind do. */
  lacks?: string;
  entrypoint?: readonly string[];
  cmd?: readonly string[];
}

export interface Family {
  /** By what the tag says: `full` where it names none of the others. */
  variants: Readonly<Partial<Record<'full' | 'slim' | 'alpine' | 'jre' | 'debug', Variant>>>;
  /** Debian or Ubuntu release of tags that name none, by leading part of the version; `*` for the rest. */
  suite?: Readonly<Record<string, string>>;
  /** Words of a tag that change nothing that is claimed here. */
  words?: string;
  /** `name:uid:gid:home`. */
  users?: string;
  /** Of the Alpine variants, where they differ. */
  alpineUsers?: string;
  env?: string;
  /** What stands before (or instead of, when absolute and complete) the usual PATH. */
  path?: string;
  workdir?: string;
  user?: string;
  entrypoint?: readonly string[];
  cmd?: readonly string[];
  ports?: string;
  volumes?: string;
  stopSignal?: string;
  /** `path:mode:owner` of directories that matter. */
  dirs?: string;
  /** Only what stands here is known; the image may hold more files, users and programs. */
  partly?: true;
  sizes: string;
}

const NODE = { entrypoint: ['docker-entrypoint.sh'], cmd: ['node'] } as const;

export const FAMILIES: Readonly<Record<string, Family>> = {
  python: {
    variants: {
      full: { ground: 'full', has: 'python python3 pip pip3 pydoc3 idle3 adduser addgroup' },
      slim: {
        ground: 'slim',
        has: 'python python3 pip pip3 pydoc3 idle3 openssl update-ca-certificates adduser addgroup',
      },
      alpine: {
        ground: 'alpine',
        has: 'python python3 pip pip3 pydoc3 idle3 update-ca-certificates',
        doubt: 'openssl',
      },
    },
    suite: {
      '3.10': 'trixie',
      '3.11': 'trixie',
      '3.12': 'trixie',
      '3.13': 'trixie',
      '3.14': 'trixie',
      '3': 'trixie',
      latest: 'trixie',
    },
    cmd: ['python3'],
    path: '/usr/local/bin:',
    sizes:
      '3.12=1110@2026-08-13 3.12-slim=119.25@2026-08-25 3.12-alpine=48.89@2026-09-17 3.13=1110@2026-08-25 3.13-slim=126.25@2026-09-01 3.13-alpine=45.58@2026-08-10 3.14-slim=119.46@2026-08-05',
  },
  node: {
    variants: {
      full: {
        ground: 'full',
        has: 'node nodejs npm npx yarn yarnpkg adduser addgroup',
        doubt: 'corepack',
        ...NODE,
      },
      slim: { ground: 'slim', has: 'node nodejs npm npx yarn yarnpkg', doubt: 'corepack', ...NODE },
      alpine: { ground: 'alpine', has: 'node nodejs npm npx yarn yarnpkg', doubt: 'corepack', ...NODE },
    },
    suite: { '18': 'bookworm', '20': 'bookworm', '22': 'bookworm', '24': 'bookworm' },
    words: 'lts current hydrogen iron jod krypton',
    users: 'node:1000:1000:/home/node',
    sizes:
      '20=1100@2024-01-17 20-slim=200.94@2025-06-23 20-alpine=135.66@2026-03-06 22=1130@2026-09-23 22-slim=227.34@2026-09-19 22-alpine=167.35@2026-09-23 24=1140@2026-09-19 24-slim=229.94@2026-09-09 24-alpine=170.75@2026-09-17',
  },
  debian: {
    variants: { full: { ground: 'slim', has: '' }, slim: { ground: 'slim', has: '' } },
    suite: { '11': 'bullseye', '12': 'bookworm', '13': 'trixie', latest: 'trixie', stable: 'trixie' },
    words: 'stable backports',
    cmd: ['bash'],
    sizes:
      'bookworm=116.57@2026-09-18 bookworm-slim=74.83@2026-07-13 trixie=120.09@2026-09-18 trixie-slim=78.81@2026-09-18 stable-slim=78.81@2026-09-18',
  },
  ubuntu: {
    variants: { full: { ground: 'ubuntu', has: '' } },
    suite: { '20.04': 'focal', '22.04': 'jammy', '24.04': 'noble', '26.04': 'resolute' },
    cmd: ['/bin/bash'],
    sizes: '22.04=78.08@2026-07-31 24.04=78.14@2026-06-22',
  },
  alpine: {
    variants: { full: { ground: 'alpine', has: '' } },
    words: 'edge',
    cmd: ['/bin/sh'],
    sizes: '3.20=7.81@2026-04-16 3.21=7.8@2026-09-17 3.22=8.3@2026-09-17 3.24=8.42@2026-09-17',
  },
  golang: {
    variants: {
      full: { ground: 'scm', has: 'go gofmt gcc g++ cc c++ cpp ld as ar make pkg-config', cmd: ['bash'] },
      alpine: {
        ground: 'alpine',
        has: 'go gofmt update-ca-certificates',
        doubt: 'openssl',
        cmd: ['/bin/sh'],
      },
    },
    suite: { '1.25': 'trixie', '1.26': 'trixie', '1.27': 'trixie', '1': 'trixie', latest: 'trixie' },
    path: '/go/bin:/usr/local/go/bin:',
    env: 'GOTOOLCHAIN=local GOPATH=/go',
    workdir: '/go',
    dirs: '/go:1777:0 /go/src:1777:0 /go/bin:1777:0',
    sizes: '1.27=885.16@2026-08-19 1.27-alpine=252.74@2026-08-19',
  },
  rust: {
    variants: {
      full: { ground: 'full', has: 'cargo rustc rustup', cmd: ['bash'] },
      slim: {
        ground: 'slim',
        has: 'cargo rustc rustup gcc cc cpp ld as ar openssl update-ca-certificates',
        cmd: ['bash'],
      },
      alpine: {
        ground: 'alpine',
        has: 'cargo rustc rustup gcc cc cpp ld as ar update-ca-certificates',
        doubt: 'openssl',
        cmd: ['/bin/sh'],
      },
    },
    suite: {
      '1.91': 'trixie',
      '1.95': 'trixie',
      '1.96': 'trixie',
      '1.97': 'trixie',
      '1.98': 'trixie',
      '1': 'trixie',
      latest: 'trixie',
      slim: 'trixie',
    },
    path: '/usr/local/cargo/bin:',
    env: 'RUSTUP_HOME=/usr/local/rustup CARGO_HOME=/usr/local/cargo',
    sizes: '1.98-slim=904.79@2026-08-25 1.98-alpine=1020@2026-09-09',
  },
  'eclipse-temurin': {
    variants: {
      full: {
        ground: 'ubuntu',
        has: 'java javac jshell jar curl wget openssl gpg update-ca-certificates',
        doubt: '*',
        cmd: ['jshell'],
      },
      jre: {
        ground: 'ubuntu',
        has: 'java curl wget openssl gpg update-ca-certificates',
        doubt: '*',
        lacks: 'javac jar jlink jshell',
      },
      alpine: { ground: 'alpine', has: 'java', doubt: '*' },
    },
    words: 'jdk jre noble jammy focal resolute',
    path: '/opt/java/openjdk/bin:',
    env: 'JAVA_HOME=/opt/java/openjdk LANG=en_US.UTF-8 LANGUAGE=en_US:en LC_ALL=en_US.UTF-8',
    entrypoint: ['/__cacert_entrypoint.sh'],
    partly: true,
    sizes: '21-jdk=474.81@2026-07-02 21-jre=318.14@2026-07-16',
  },
  nginx: {
    variants: {
      full: { ground: 'slim', has: 'nginx curl envsubst openssl update-ca-certificates' },
      alpine: { ground: 'alpine', has: 'nginx curl envsubst update-ca-certificates', doubt: 'openssl' },
      slim: { ground: 'alpine', has: 'nginx', doubt: 'openssl envsubst' },
    },
    suite: {
      '1.29': 'trixie',
      '1.30': 'trixie',
      '1.31': 'trixie',
      '1': 'trixie',
      latest: 'trixie',
      stable: 'trixie',
      mainline: 'trixie',
    },
    words: 'stable mainline perl otel',
    users: 'nginx:101:101:/nonexistent',
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    ports: '80/tcp',
    stopSignal: 'SIGQUIT',
    dirs: '/docker-entrypoint.d:755:0 /usr/share/nginx/html:755:0 /etc/nginx/conf.d:755:0',
    sizes:
      'stable=169.48@2026-09-15 alpine=62.94@2026-09-17 alpine-slim=11.5@2023-01-09 1.30=169.48@2026-09-15 1.31-alpine=62.94@2026-09-17',
  },
  'nginxinc/nginx-unprivileged': {
    variants: {
      full: { ground: 'slim', has: 'nginx envsubst', doubt: '*' },
      alpine: { ground: 'alpine', has: 'nginx curl envsubst update-ca-certificates', doubt: 'openssl' },
      slim: { ground: 'alpine', has: 'nginx envsubst', doubt: 'openssl' },
    },
    words: 'stable mainline perl otel',
    users: 'nginx:101:101:/nonexistent',
    user: '101',
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    ports: '8080/tcp',
    stopSignal: 'SIGQUIT',
    dirs: '/docker-entrypoint.d:755:0 /usr/share/nginx/html:755:0 /etc/nginx:775:101 /etc/nginx/conf.d:775:101 /var/cache/nginx:775:101',
    sizes: '',
  },
  httpd: {
    variants: {
      full: {
        ground: 'slim',
        has: 'httpd httpd-foreground apachectl openssl update-ca-certificates adduser addgroup',
      },
      alpine: {
        ground: 'alpine',
        has: 'httpd httpd-foreground apachectl',
        doubt: 'openssl update-ca-certificates',
      },
    },
    suite: { '2.4': 'trixie', '2': 'trixie', latest: 'trixie' },
    alpineUsers: 'www-data:82:82:/home/www-data',
    path: '/usr/local/apache2/bin:',
    env: 'HTTPD_PREFIX=/usr/local/apache2',
    workdir: '/usr/local/apache2',
    cmd: ['httpd-foreground'],
    ports: '80/tcp',
    stopSignal: 'SIGWINCH',
    dirs: '/usr/local/apache2:755:0 /usr/local/apache2/htdocs:755:0',
    sizes: '2.4=116.84@2026-08-25',
  },
  redis: {
    variants: {
      full: { ground: 'slim', has: 'redis-server redis-cli redis-benchmark', doubt: 'gosu' },
      alpine: { ground: 'alpine', has: 'redis-server redis-cli redis-benchmark', doubt: 'su-exec gosu' },
    },
    users: 'redis:999:999:/home/redis',
    alpineUsers: 'redis:999:1000:/home/redis',
    workdir: '/data',
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['redis-server'],
    ports: '6379/tcp',
    volumes: '/data',
    dirs: '/data:755:999',
    sizes: '8.10=145.95@2026-09-21 8.10-alpine=118.84@2026-09-21',
  },
  postgres: {
    variants: {
      full: { ground: 'slim', has: 'postgres psql pg_isready pg_dump gosu', doubt: '*' },
      alpine: { ground: 'alpine', has: 'postgres psql pg_isready pg_dump', doubt: '*' },
    },
    users: 'postgres:999:999:/var/lib/postgresql',
    alpineUsers: 'postgres:70:70:/var/lib/postgresql',
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['postgres'],
    ports: '5432/tcp',
    stopSignal: 'SIGINT',
    partly: true,
    sizes: '16=451.13@2026-08-25 17=453.54@2026-08-05',
  },
  mysql: {
    variants: {
      full: {
        ground: 'oracle',
        has: 'bash mysql mysqladmin mysqldump mysqld gosu microdnf openssl',
        doubt: '*',
      },
    },
    words: 'lts innovation oracle oraclelinux9',
    users: 'mysql:999:999:/var/lib/mysql',
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['mysqld'],
    ports: '3306/tcp 33060/tcp',
    volumes: '/var/lib/mysql',
    partly: true,
    sizes: '8.4=813.01@2026-07-27',
  },
  mariadb: {
    variants: {
      full: { ground: 'ubuntu', has: 'mariadb mariadbd mariadb-admin mariadb-dump gosu openssl', doubt: '*' },
    },
    words: 'lts noble',
    users: 'mysql:999:999:/home/mysql',
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['mariadbd'],
    ports: '3306/tcp',
    volumes: '/var/lib/mysql',
    partly: true,
    sizes: 'latest=333.78@2026-08-24',
  },
  php: {
    variants: {
      full: {
        ground: 'slim',
        has: 'php pecl pear phpize docker-php-ext-install docker-php-ext-enable docker-php-ext-configure curl xz openssl update-ca-certificates autoconf file gcc g++ cc c++ cpp ld as ar make pkg-config adduser addgroup',
        doubt: 'patch bzip2 automake php-fpm apache2',
      },
      alpine: {
        ground: 'alpine',
        has: 'php pecl pear phpize docker-php-ext-install docker-php-ext-enable docker-php-ext-configure curl xz openssl update-ca-certificates tar',
        doubt: 'php-fpm',
      },
    },
    suite: { '8.3': 'trixie', '8.4': 'trixie', '8.5': 'trixie', '8': 'trixie' },
    words: 'cli fpm apache zts',
    alpineUsers: 'www-data:82:82:/home/www-data',
    env: 'PHP_INI_DIR=/usr/local/etc/php',
    entrypoint: ['docker-php-entrypoint'],
    sizes: 'fpm=516.33@2026-07-14 8.5-fpm=516.33@2026-07-14',
  },
  ruby: {
    variants: {
      full: { ground: 'full', has: 'ruby gem bundle bundler irb rake adduser addgroup' },
      slim: { ground: 'slim', has: 'ruby gem bundle bundler irb rake openssl update-ca-certificates bzip2' },
      alpine: {
        ground: 'alpine',
        has: 'ruby gem bundle bundler irb rake update-ca-certificates',
        doubt: 'openssl',
      },
    },
    suite: {
      '3.3': 'trixie',
      '3.4': 'trixie',
      '4.0': 'trixie',
      '4': 'trixie',
      '3': 'trixie',
      latest: 'trixie',
    },
    path: '/usr/local/bundle/bin:',
    env: 'LANG=C.UTF-8 GEM_HOME=/usr/local/bundle BUNDLE_SILENCE_ROOT_WARNING=1 BUNDLE_APP_CONFIG=/usr/local/bundle',
    cmd: ['irb'],
    dirs: '/usr/local/bundle:1777:0',
    sizes: '4.0-slim=173.13@2026-08-25',
  },
  caddy: {
    variants: {
      full: { ground: 'alpine', has: 'caddy curl setcap update-ca-certificates', doubt: 'openssl' },
      alpine: { ground: 'alpine', has: 'caddy curl setcap update-ca-certificates', doubt: 'openssl' },
    },
    env: 'XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data',
    workdir: '/srv',
    cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
    ports: '80/tcp 443/tcp 443/udp 2019/tcp',
    dirs: '/config/caddy:755:0 /data/caddy:755:0 /etc/caddy:755:0',
    sizes: '2.11=62.91@2026-09-17 2=62.91@2026-09-17 2-alpine=62.91@2026-09-17',
  },
  'buildpack-deps': {
    variants: { full: { ground: 'full', has: '' } },
    suite: { latest: 'trixie' },
    cmd: ['bash'],
    sizes: 'trixie=1020@2026-08-25',
  },
  busybox: {
    variants: { full: { ground: 'busybox', has: '' } },
    words: 'glibc musl uclibc stable',
    cmd: ['sh'],
    sizes: 'latest=4.45@2026-05-13',
  },
  maven: {
    variants: {
      full: { ground: 'ubuntu', has: 'mvn java javac', doubt: '*' },
      alpine: { ground: 'alpine', has: 'mvn java javac', doubt: '*' },
    },
    words: 'eclipse temurin amazoncorretto openjdk noble sapmachine',
    path: '/opt/java/openjdk/bin:',
    entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'],
    cmd: ['mvn'],
    partly: true,
    sizes: '',
  },
  gradle: {
    variants: {
      full: { ground: 'ubuntu', has: 'gradle java javac', doubt: '*' },
      alpine: { ground: 'alpine', has: 'gradle java javac', doubt: '*' },
    },
    words: 'jdk noble jammy',
    users: 'gradle:1000:1000:/home/gradle',
    path: '/opt/java/openjdk/bin:',
    cmd: ['gradle'],
    partly: true,
    sizes: '',
  },
  composer: {
    variants: { full: { ground: 'alpine', has: 'composer php bash git unzip', doubt: '*' } },
    workdir: '/app',
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['composer'],
    partly: true,
    sizes: '',
  },
};

const DISTROLESS_USERS = 'nobody:65534:65534:/nonexistent nonroot:65532:65532:/home/nonroot';

/** gcr.io/distroless/<name>-debianNN: no shell, no package manager; `:debug` adds busybox under /busybox. */
export const DISTROLESS: Readonly<
  Record<string, { has: string; entrypoint?: readonly string[]; mb?: number }>
> = {
  static: { has: '', mb: 2 },
  base: { has: '', mb: 20.7 },
  'base-nossl': { has: '', mb: 14.8 },
  cc: { has: '', mb: 23.5 },
  java: { has: 'java', entrypoint: ['/usr/bin/java', '-jar'] },
  java17: { has: 'java', entrypoint: ['/usr/bin/java', '-jar'] },
  java21: { has: 'java', entrypoint: ['/usr/bin/java', '-jar'] },
  java25: { has: 'java', entrypoint: ['/usr/bin/java', '-jar'] },
  'java-base': { has: '' },
  nodejs20: { has: '/nodejs/bin/node', entrypoint: ['/nodejs/bin/node'] },
  nodejs22: { has: '/nodejs/bin/node', entrypoint: ['/nodejs/bin/node'] },
  nodejs24: { has: '/nodejs/bin/node', entrypoint: ['/nodejs/bin/node'] },
  nodejs26: { has: '/nodejs/bin/node', entrypoint: ['/nodejs/bin/node'] },
  python3: { has: 'python3 python', entrypoint: ['/usr/bin/python3'] },
};
export { DISTROLESS_USERS };
