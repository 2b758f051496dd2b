import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Verdict } from '../types.ts';
import {
  type GoalCheck,
  joins,
  onDockerRun,
  ownNamespaces,
  publishes,
  runLimits,
  unprivileged,
  YES,
} from './index.ts';

function ask(check: GoalCheck, script: string): Verdict {
  const files = new Map<string, ContextEntry>([['run.sh', { kind: 'file', content: script }]]);
  return check({
    project: { files, contextKnown: true },
    dockerfile: parseDockerfile(''),
    diagnostics: [],
    refusal: null,
  });
}

const publish = publishes('run.sh', 'app', { container: 80, host: 8080, address: '127.0.0.1' });
const walls = ownNamespaces('run.sh', 'app', 'network', 'pid', 'ipc');
const rights = unprivileged('run.sh', 'app');
const join = joins('run.sh', 'app', 'web', 'network', 'pid');

describe.each<[string, GoalCheck, string[], string[]]>([
  [
    'a published port',
    publish,
    [
      'docker run -p 127.0.0.1:8080:80 app:1',
      'docker run -dp 127.0.0.1:8080:80 app:1',
      'docker run --publish=127.0.0.1:8080:80/tcp app',
      'docker run -p 127.0.0.1:9090:90 -p 127.0.0.1:8080:80 app',
      'docker run -p 127.0.0.1:8079-8081:79-81 app',
      'sudo docker container run --name x -p "127.0.0.1:8080:80" app@sha256:00',
    ],
    [
      'docker run app',
      'docker run -p 8080:80 app',
      'docker run -p 80 app',
      'docker run -P app',
      'docker run -p 0.0.0.0:8080:80 app',
      'docker run -p localhost:8080:80 app',
      'docker run -p 127.0.0.1:80:8080 app',
      'docker run -p 127.0.0.1:8080:80/udp app',
      'docker run -p 127.0.0.1::80 app',
      'docker run -p 127.0.0.1:8080:80 -p 8080:80 app',
      'docker run app -p 127.0.0.1:8080:80',
      'docker run -p 127.0.0.1:8080:80 another',
    ],
  ],
  [
    'namespaces of its own',
    walls,
    [
      'docker run app',
      'docker run --network shop --ipc private app',
      'docker run app --pid host',
      'docker run --net none app',
    ],
    [
      'docker run --network host app',
      'docker run --net=host app',
      'docker run --pid=container:web app',
      'docker run --ipc host app',
      'docker run app; docker run --pid host app',
    ],
  ],
  [
    'rights',
    rights,
    [
      'docker run app',
      'docker run --privileged=false app',
      'docker run --cap-add NET_BIND_SERVICE app',
      'docker run app --privileged',
    ],
    [
      'docker run --privileged app',
      'docker run --privileged=true app',
      'docker run --cap-add=all app',
      'docker run --cap-add CAP_SYS_ADMIN app',
    ],
  ],
  [
    'joined namespaces',
    join,
    [
      'docker run --network container:web --pid container:web app ps',
      'docker run app; docker run --net=container:web --pid=container:web app',
    ],
    [
      'docker run --network container:web app',
      'docker run --network web --pid container:web app',
      'docker run app --network container:web --pid container:web',
    ],
  ],
])('%s', (_what, check, right, wrong) => {
  it.each(right)('yes: %s', (script) => expect(ask(check, script)).toEqual({ is: 'yes' }));
  it.each(wrong)('no: %s', (script) => expect(ask(check, script).is).toBe('no'));
});

it('does not judge what a variable leaves open', () => {
  expect(ask(publish, 'docker run -p "$PORT:80" app').is).toBe('unknown');
  expect(ask(walls, 'docker run --pid "$PID" app').is).toBe('unknown');
  expect(ask(join, 'docker run --network "$NET" --pid container:web app').is).toBe('unknown');
});

it('does not claim that an image behind a variable is another one', () => {
  expect(ask(rights, 'docker run "$IMAGE"').is).toBe('unknown');
  expect(ask(rights, 'if test -f x; then IMAGE=app; fi\ndocker run "$IMAGE"').is).toBe('unknown');
  expect(ask(rights, 'IMAGE=app\ndocker run "$IMAGE"').is).toBe('yes');
  expect(ask(rights, 'docker run another').is).toBe('no');
});

describe('limits behind variables of the script', () => {
  const limits = runLimits('run.sh', 'app', { cpus: 1, memory: '512m' });
  it.each([
    ['set before', 'LIMIT=256m; docker run -m "$LIMIT" --cpus 1 app', 'yes'],
    ['exported', 'export LIMIT="256m" CPUS=0.5\ndocker run --memory=${LIMIT} --cpus=$CPUS app', 'yes'],
    ['several options in one', 'OPTS="-m 256m --cpus 1"\ndocker run $OPTS app', 'yes'],
    ['too high', 'LIMIT=1g\ndocker run -m $LIMIT --cpus 1 app', 'no'],
    ['set again', 'LIMIT=256m\nLIMIT=2g\ndocker run -m $LIMIT --cpus 1 app', 'no'],
    ['set only afterwards', 'docker run -m $LIMIT --cpus 1 app\nLIMIT=256m', 'unknown'],
    ['perhaps set', 'LIMIT=256m\nif true; then LIMIT=2g; fi\ndocker run -m $LIMIT --cpus 1 app', 'unknown'],
    ['set for another program', 'LIMIT=256m true\ndocker run -m $LIMIT --cpus 1 app', 'unknown'],
    ['from outside', 'docker run -m "${LIMIT:-256m}" --cpus 1 app', 'unknown'],
  ])('%s', (_what, script, is) => {
    expect(ask(limits, script).is).toBe(is);
  });
});

it('gives what stands after the image to the program', () => {
  const seen: string[] = [];
  const check = onDockerRun('run.sh', 'app', (run) => {
    seen.push(...run.args.map(({ text }) => text));
    return YES;
  });
  ask(check, 'docker run -it --rm -- app sh -c "a b" --network host');
  expect(seen).toEqual(['sh', '-c', 'a b', '--network', 'host']);
});
