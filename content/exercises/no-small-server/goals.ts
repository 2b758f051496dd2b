import {
  all,
  any,
  finds,
  type Goal,
  installsNo,
  listensOn,
  no,
  onImage,
  receivesSignals,
  runsAs,
  setsEnv,
  starts,
  YES,
} from '@/checker/goals/index.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts the shop, which answers on port 8000.',
    hint: 'The line ExecStart of shop.service says what to start. What starts it in a container?',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'process-1',
    sentence: 'The shop itself is process 1, so that the container ends when it ends.',
    hint: 'No init system and no shell may stand between the container and the app.',
    why: WHY.stopsWhenTold,
    check: all(receivesSignals(), listensOn(8000)),
  },
  {
    id: 'no-machine',
    sentence: 'No kernel, init system, SSH server or cron is in the image.',
    hint: 'Go through the list of packages and ask of each: would the shop notice if it were gone? Whatever configures them can go as well.',
    why: 'A container is a process, not a machine. Each service more in it is one that has to be patched and can be attacked.',
    check: all(
      installsNo('apt', 'linux-image-amd64', 'systemd', 'systemd-sysv', 'openssh-server', 'cron'),
      installsNo('apk', 'linux-lts', 'linux-virt', 'openrc', 'openssh', 'openssh-server', 'dcron'),
    ),
  },
  {
    id: 'finds-its-prices',
    sentence: 'The shop finds prices.json.',
    hint: 'The unit says in which directory the shop is started. A Dockerfile has an instruction for that.',
    why: 'A relative path is looked up from the working directory, which nobody sets but you.',
    check: finds('prices.json'),
  },
  {
    id: 'settings',
    sentence: 'SHOP_CURRENCY is EUR, as the unit says.',
    hint: 'Without the variable the shop ends with a KeyError. The unit’s Environment has a counterpart in a Dockerfile.',
    why: 'A setting that stayed on the old server is missed only when the first customer comes.',
    check: any(
      setsEnv('SHOP_CURRENCY', 'EUR'),
      // `env SHOP_CURRENCY=EUR python3 shop.py` sets it for the one process that needs it.
      onImage(({ end: { config } }) => {
        const argv = [...(config.entrypoint?.argv ?? []), ...(config.cmd?.argv ?? [])];
        return /^(\S*\/)?env$/.test(argv[0] ?? '') && argv.includes('SHOP_CURRENCY=EUR')
          ? YES
          : no('The shop does not get SHOP_CURRENCY.');
      }),
    ),
  },
  {
    id: 'user',
    sentence: 'The shop does not run as root.',
    hint: 'It was the init system that changed to the user shop. Who does it now?',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
];
