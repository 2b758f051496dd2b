import { all, type Goal, joins, onDockerRun, unprivileged, YES } from '@/checker/goals/index.ts';

const file = 'inspect.sh';

export const goals: readonly Goal[] = [
  {
    id: 'same-network',
    sentence: 'The helper uses the network of web, so that localhost is the same for both.',
    hint: 'The option that says which network a container gets takes more than names of networks: it can also name a container.',
    why: 'What listens on the loopback address of a container alone is reached only from within its network.',
    check: joins(file, 'busybox', 'web', 'network'),
  },
  {
    id: 'asks-locally',
    sentence: 'It asks for /health at port 8080 of localhost.',
    hint: 'In a network namespace that two containers share, each finds the other at its own loopback address. No name has to be looked up.',
    why: 'A question that goes another way than the service answers proves nothing about it.',
    check: onDockerRun(
      file,
      'busybox',
      (run, no) => {
        if (run.option('network', 'net')?.text !== 'container:web')
          return no('The container that asks is not in the network of web.');
        const asked = run.args.map(({ text }) => text).join(' ');
        return /(^|[\s'"/])(localhost|127\.0\.0\.1):8080\/health\/?(?=$|[\s'"|;)&])/.test(asked)
          ? YES
          : no('The program in the helper does not ask for http://localhost:8080/health.');
      },
      'some',
    ),
  },
  {
    id: 'same-processes',
    sentence: 'It sees the processes of web.',
    hint: 'Processes have a namespace of their own, apart from the network, and an option of their own that works in the same way.',
    why: 'Tools can be kept out of the image when a helper can look at its processes.',
    check: joins(file, 'busybox', 'web', 'pid'),
  },
  {
    id: 'leaves-nothing',
    sentence: 'It is removed when it ends, and gets no rights that it does not need.',
    hint: 'Looking is enough here: neither more rights nor a container that stays behind.',
    why: 'Helpers that stay behind, or have more rights than needed, are what attackers look for.',
    check: all(
      unprivileged(file, 'busybox'),
      onDockerRun(file, 'busybox', (run, no) => {
        const removed = run.option('rm');
        return removed && !/^(false|0|f)$/i.test(removed.text)
          ? YES
          : no('The helper stays behind when it has ended, and somebody has to remove it.');
      }),
    ),
  },
];
