import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'cpu-at-limit',
    ask: 'A service with `cpus: 0.5` gets a burst of requests that needs more. What do you see?',
    answers: {
      killed: {
        text: 'The kernel kills it, and it ends with 137.',
        why: 'That is what happens with memory. CPU time can be waited for, so nobody has to die.',
      },
      slower: {
        text: 'Answers take longer, and its log says nothing.',
        why: 'Its threads pause once the budget of a period is used up. Only `cpu.stat` counts it.',
      },
      idle: {
        text: 'Nothing special, as long as other cores are idle.',
        why: 'A limit is a ceiling, not a share: the service waits even when cores are idle. Weights such as `cpu_shares` behave as you describe.',
      },
    },
    right: 'slower',
  },
  {
    id: 'exit-137',
    ask: 'A container has ended with exit code 137. What is certain?',
    answers: {
      memory: {
        text: 'It used more memory than its limit.',
        why: 'Likely, but `docker kill` and a `docker stop` that ran out of patience end with 137 too. `State.OOMKilled` says whether memory was the reason.',
      },
      signal: {
        text: 'Its first process was ended by `SIGKILL`.',
        why: '137 is 128 + 9. Who sent the signal, and why, you have to look up.',
      },
      exception: {
        text: 'The application ended itself after an error.',
        why: 'An application could choose this number, but hardly does. Numbers above 128 usually stand for a signal.',
      },
    },
    right: 'signal',
  },
  {
    id: 'reservation',
    ask: 'A service has `reservations: {memory: 256M}` and no limit. How much memory can it take?',
    answers: {
      reserved: {
        text: '256 MB, that is what it reserved.',
        why: 'A reservation says what the service needs, not what it may have.',
      },
      double: {
        text: '512 MB, as much swap again as it may use memory.',
        why: 'That rule is about a limit without a setting for swap. Here there is no limit.',
      },
      all: {
        text: 'All that the host has.',
        why: 'Only a limit keeps memory for the neighbours.',
      },
    },
    right: 'all',
  },
  {
    id: 'sum-of-limits',
    ask: 'A host has 4 GB. Three services are limited to 2 GB each, and all three reach 1.5 GB. What happens?',
    answers: {
      own: {
        text: 'Nothing: none of them is at its limit.',
        why: 'The host is at its own. Limits that add up to more than the memory leave a gap in which the whole host runs out.',
      },
      host: {
        text: 'The host runs out of memory, and the kernel kills the largest process it finds.',
        why: 'No container is at its limit, so the search for a victim goes over the whole host.',
      },
      shrink: {
        text: 'Docker lowers the limits until they fit.',
        why: 'Docker hands the limits to the kernel once and does not add them up.',
      },
    },
    right: 'host',
  },
  {
    id: 'qos-class',
    ask: 'Every container of a pod has CPU and memory limits, and none has requests. Which class is the pod in?',
    answers: {
      guaranteed: {
        text: 'Guaranteed',
        why: 'A limit without a request is taken as the request too, so that the two are equal.',
      },
      burstable: {
        text: 'Burstable',
        why: 'It would be, if requests were lower than limits. Where they are left out, Kubernetes copies the limits.',
      },
      besteffort: {
        text: 'BestEffort, as it requests nothing',
        why: 'That class is for pods without any request and any limit.',
      },
    },
    right: 'guaranteed',
  },
];
