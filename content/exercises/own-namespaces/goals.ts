import { type Goal, ownNamespaces, publishes, unprivileged } from '@/checker/goals/index.ts';

const image = 'registry.example.com/orders';

export const goals: readonly Goal[] = [
  {
    id: 'own-network',
    sentence: 'The container has a network of its own.',
    hint: 'One option makes the host’s interfaces the container’s. Without it Docker makes a network namespace.',
    why: 'In the network of its host a container can reach everything that listens there for the host alone.',
    check: ownNamespaces('run.sh', image, 'network'),
  },
  {
    id: 'reachable',
    sentence: 'The proxy reaches it at 127.0.0.1:8080 of the host, and nobody from outside does.',
    hint: 'A network of its own is reached through a published port. A port without an address in front is published on every address of the host. Options end where the name of the image stands.',
    why: 'A port without an address is open to everybody who reaches the host.',
    check: publishes('run.sh', image, { container: 8080, host: 8080, address: '127.0.0.1' }),
  },
  {
    id: 'own-processes',
    sentence: 'It sees its own processes only, and shares no memory or host name with the host.',
    hint: 'Look for every option that ends in host: each leaves out one wall.',
    why: 'What can see other processes can read their environment, and with the right user end them.',
    check: ownNamespaces('run.sh', image, 'pid', 'ipc', 'uts', 'cgroup'),
  },
  {
    id: 'not-privileged',
    sentence: 'It is not given the rights of the host.',
    hint: 'An app that answers on port 8080 needs no device and no capability beyond the default ones.',
    why: 'With the rights of the host the namespaces are no wall any more.',
    check: unprivileged('run.sh', image),
  },
];
