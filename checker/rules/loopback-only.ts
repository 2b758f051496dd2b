import { isReachable } from '../image/runtime/listening.ts';
import { builtOf, listenerOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const loopbackOnlyPage: RulePage = {
  title: 'Listen on all addresses of the container',
  why: 'In a container 127.0.0.1 is the container itself. A server that listens there answers its own health check, but neither a published port nor another container reaches it.',
  sources: ['https://docs.docker.com/engine/network/'],
};

export const loopbackOnly: Rule = {
  name: 'loopback-only',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image) return;
    const { host } = listenerOf(image);
    if (isReachable(host) !== false) return;
    const step = image.steps.findLast(
      ({ instruction }) => instruction.name === 'cmd' || instruction.name === 'entrypoint',
    );
    if (step)
      yield {
        range: step.instruction.range,
        message: `The server listens on ${host}, which only this container reaches. Let it listen on 0.0.0.0.`,
      };
  },
};
