import { describe, expect, it } from 'vitest';
import { type ComposeCheck, composeFacts, limits } from './goals.ts';
import * as goals from './hardening-goals.ts';

const verdict = (check: ComposeCheck, text: string) =>
  check(composeFacts([{ path: 'compose.yaml', text }])).is;
const web = (body: string, rest = '') => `services:\n  web:\n${body.replace(/^/gm, '    ')}\n${rest}`;
const two = (left: string, right: string) =>
  `services:\n  web: {image: a, ${left}}\n  job: {image: b, ${right}}\n`;
const all14 =
  '[AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, NET_RAW, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]';

describe.each<[string, ComposeCheck, { yes: string[]; no: string[]; unknown?: string[] }]>([
  [
    'hasOnlyCapabilities, none',
    goals.hasOnlyCapabilities('web', []),
    {
      yes: [
        web('image: a\ncap_drop: [ALL]'),
        web('image: a\ncap_drop: [all]'),
        web(`image: a\ncap_drop: ${all14}`),
      ],
      no: [
        web('image: a'),
        web('image: a\ncap_drop: [NET_RAW]'),
        web('image: a\ncap_drop: [ALL]\ncap_add: [NET_RAW]'),
        web('image: a\ncap_drop: [ALL]\ncap_add: [ALL]'),
        web('image: a\ncap_drop: [ALL]\nprivileged: true'),
      ],
      unknown: [web('image: a\ncap_drop: ["${DROP}"]'), web('extends: {file: x.yaml, service: web}')],
    },
  ],
  [
    'hasOnlyCapabilities, one',
    goals.hasOnlyCapabilities('web', ['NET_RAW']),
    {
      yes: [
        web('image: a\ncap_drop: [ALL]\ncap_add: [NET_RAW]'),
        web('image: a\ncap_drop: [ALL]\ncap_add: [CAP_NET_RAW]'),
        web(`image: a\ncap_drop: ${all14.replace(' NET_RAW,', '')}`),
      ],
      no: [
        web('image: a\ncap_drop: [ALL]'),
        web('image: a\ncap_add: [NET_RAW]'),
        web('image: a\ncap_drop: [ALL]\ncap_add: [NET_RAW, NET_ADMIN]'),
      ],
    },
  ],
  [
    'notPrivileged',
    goals.notPrivileged('web'),
    {
      yes: [web('image: a'), web('image: a\nprivileged: false')],
      no: [web('image: a\nprivileged: true')],
      unknown: [web('image: a\nprivileged: ${P}')],
    },
  ],
  [
    'noDockerSocket',
    goals.noDockerSocket('web'),
    {
      yes: [web('image: a'), web('image: a\nvolumes: ["run:/run", "./run:/data"]', 'volumes: {run: {}}\n')],
      no: [
        web('image: a\nvolumes: ["/var/run/docker.sock:/var/run/docker.sock"]'),
        web('image: a\nvolumes: ["/run/docker.sock:/docker.sock:ro"]'),
        web('image: a\nvolumes: [{type: bind, source: /var/run, target: /host, read_only: true}]'),
        web('image: a\nvolumes: ["/:/host:ro"]'),
        web('image: a\nuse_api_socket: true'),
      ],
      unknown: [web('image: a\nvolumes: ["${SOCKET}:/s"]')],
    },
  ],
  [
    'runsAsNonRoot',
    goals.runsAsNonRoot('web'),
    {
      yes: [web('image: a\nuser: "10001:10001"'), web('image: a\nuser: "1000"'), web('image: a\nuser: app')],
      no: [web('image: a\nuser: root'), web('image: a\nuser: "0:1000"'), web('image: a\nuser: "0"')],
      unknown: [web('image: a\nuser: ${UID}')],
    },
  ],
  [
    'canWriteTo',
    goals.canWriteTo('web', '/tmp'),
    {
      yes: [
        web('image: a'),
        web('image: a\nread_only: true\ntmpfs: /tmp'),
        web('image: a\nread_only: true\ntmpfs: ["/run", "/tmp:size=64m"]'),
        web('image: a\nread_only: true\nvolumes: [{type: tmpfs, target: /tmp}]'),
        web('image: a\nread_only: true\ntmpfs: /tmp:mode=1777'),
        web('image: a\nread_only: true\nvolumes: [{type: tmpfs, target: /tmp, tmpfs: {mode: 01777}}]'),
      ],
      no: [
        web('image: a\nread_only: true'),
        web('image: a\nread_only: true\ntmpfs: /tmp:ro'),
        web('image: a\nread_only: true\ntmpfs: /tmp:size=8m,mode=755'),
        web('image: a\nread_only: true\nvolumes: [{type: tmpfs, target: /tmp, tmpfs: {mode: 0755}}]'),
        web('image: a\nread_only: true\ntmpfs: /run'),
        web('image: a\nread_only: true\nvolumes: ["./tmp:/tmp:ro"]'),
      ],
      unknown: [
        web('image: a\nread_only: true\nvolumes: ["scratch:/tmp"]', 'volumes: {scratch: {}}\n'),
        web('image: a\nread_only: true\ntmpfs: /tmp:uid=10001,mode=700'),
      ],
    },
  ],
  [
    'readsSecretFrom',
    goals.readsSecretFrom('web', 'PASSWORD_FILE', 'db'),
    {
      yes: [
        web(
          'image: a\nsecrets: [db]\nenvironment: {PASSWORD_FILE: /run/secrets/db}',
          'secrets: {db: {file: ./db}}\n',
        ),
        web(
          'image: a\nsecrets: [{source: db, target: /etc/db}]\nenvironment: ["PASSWORD_FILE=/etc/db"]',
          'secrets: {db: {file: ./db}}\n',
        ),
        web(
          'image: a\nsecrets: [{source: db, target: pw}]\nenvironment: ["PASSWORD_FILE=/run/secrets/pw"]',
          'secrets: {db: {file: ./db}}\n',
        ),
      ],
      no: [
        web('image: a'),
        web('image: a\nsecrets: [db]', 'secrets: {db: {file: ./db}}\n'),
        web('image: a\nsecrets: [db]\nenvironment: {PASSWORD_FILE: ./db}', 'secrets: {db: {file: ./db}}\n'),
      ],
      unknown: [
        web('image: a\nsecrets: [db]\nenvironment: [PASSWORD_FILE]', 'secrets: {db: {file: ./db}}\n'),
      ],
    },
  ],
  [
    'setsNo',
    goals.setsNo('web', 'PASSWORD'),
    {
      yes: [web('image: a'), web('image: a\nenvironment: {PASSWORD_FILE: /x}')],
      no: [web('image: a\nenvironment: {PASSWORD: "${PW}"}'), web('image: a\nenvironment: [PASSWORD]')],
    },
  ],
  [
    'secretComesFrom',
    goals.secretComesFrom('db', 'db.txt'),
    {
      yes: [
        'services: {}\nsecrets: {db: {file: ./db.txt}}\n',
        'services: {}\nsecrets: {db: {file: db.txt}}\n',
      ],
      no: [
        'services: {}\n',
        'services: {}\nsecrets: {db: {file: ./other.txt}}\n',
        'services: {}\nsecrets: {db: {environment: DB}}\n',
      ],
      unknown: ['services: {}\nsecrets: {db: {file: "${F}"}}\n'],
    },
  ],
  [
    'limitsAtLeast',
    goals.limitsAtLeast('web', { memory: '256m', cpus: 0.5 }),
    {
      yes: [web('image: a'), web('image: a\nmem_limit: 256m\ncpus: 0.5'), web('image: a\nmem_limit: 1g')],
      no: [web('image: a\nmem_limit: 255m'), web('image: a\nmem_limit: 1g\ncpus: 0.25')],
      unknown: [web('image: a\nmem_limit: ${M}')],
    },
  ],
  [
    'limitsTogether',
    goals.limitsTogether('1g'),
    {
      yes: [two('mem_limit: 512m', 'mem_limit: 512m'), two('mem_limit: 512m', 'mem_limit: 256m, scale: 2')],
      no: [
        two('mem_limit: 512m', 'mem_limit: 600m'),
        two('mem_limit: 512m', 'cpus: 1'),
        two('mem_limit: 512m', 'mem_limit: 256m, scale: 3'),
      ],
      unknown: [two('mem_limit: 512m', 'mem_limit: "${M}"')],
    },
  ],
  [
    'limitsSwap',
    goals.limitsSwap('web'),
    {
      yes: [
        web('image: a\nmem_limit: 256m\nmemswap_limit: 256m'),
        web('image: a\nmemswap_limit: 268435456\ndeploy: {resources: {limits: {memory: 256M}}}'),
      ],
      no: [
        web('image: a\nmem_limit: 256m'),
        web('image: a\nmem_limit: 256m\nmemswap_limit: -1'),
        web('image: a\nmem_limit: 256m\nmemswap_limit: 0'),
        web('image: a\nmem_limit: 256m\nmemswap_limit: 512m'),
        web('image: a\nmem_limit: 256m\nmemswap_limit: 128m'),
        web('image: a\nmemswap_limit: 256m'),
      ],
      unknown: [web('image: a\nmem_limit: 256m\nmemswap_limit: ${S}')],
    },
  ],
  [
    'limits, with a quota or a size that Docker refuses',
    limits('web', { cpus: 0.5, memory: '512m' }),
    {
      yes: [
        web('image: a\nmem_limit: 512m\ncpu_quota: 50000'),
        web('image: a\nmem_limit: 512m\ncpu_quota: 25000\ncpu_period: 50000'),
      ],
      no: [
        web('image: a\nmem_limit: 512\ncpus: 0.5'),
        web('image: a\nmem_limit: 512m\ncpu_quota: 80000'),
        web('image: a\nmem_limit: 512m\ncpu_quota: -1'),
        web('image: a\nmem_limit: 512m\ncpu_shares: 512'),
      ],
      unknown: [web('image: a\nmem_limit: 512m\ncpu_quota: ${Q}')],
    },
  ],
])('%s', (_name, check, { yes, no, unknown = [] }) => {
  it.each(yes)('holds of %s', (text) => expect(verdict(check, text)).toBe('yes'));
  it.each(no)('does not hold of %s', (text) => expect(verdict(check, text)).toBe('no'));
  it.each(unknown)('is not known of %s', (text) => expect(verdict(check, text)).toBe('unknown'));
});
