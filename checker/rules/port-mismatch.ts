import { probeOf } from '../image/runtime/probe.ts';
import { builtOf, listenerOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const portMismatchPage: RulePage = {
  title: 'Name the port that the server listens on',
  why: 'EXPOSE opens nothing, it tells people and tools which port to publish; the health check asks the port that it is given. Either with another port than the server listens on leads nowhere.',
  sources: ['https://docs.docker.com/reference/dockerfile/#expose'],
};

export const portMismatch: Rule = {
  name: 'port-mismatch',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image) return;
    const { port } = listenerOf(image);
    if (port === undefined) return;
    const { ports, healthcheck } = image.end.config;
    const own = ports.filter((entry) => entry.range);
    const [first] = own;
    if (first?.range && !ports.some((entry) => entry.port === port)) {
      yield {
        range: first.range,
        message: `EXPOSE names port ${first.port}, but the server listens on ${port}.`,
      };
    }
    if (!healthcheck || healthcheck === 'none') return;
    const probe = probeOf(image.end, healthcheck);
    const local = probe.host === undefined || /^(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(probe.host);
    if (
      local &&
      probe.port !== undefined &&
      probe.port !== port &&
      !own.some((entry) => entry.port === probe.port)
    ) {
      yield {
        range: probe.range,
        message: `The container never turns healthy: the check asks port ${probe.port}, but the server listens on ${port}.`,
      };
    }
  },
};
