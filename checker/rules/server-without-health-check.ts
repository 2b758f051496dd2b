import type { BuiltStage } from '../image/types.ts';
import { builtOf, listenerOf } from './built.ts';
import { placed } from './place.ts';
import type { Rule, RuleContext, RulePage } from './rule.ts';

/** The stage that becomes the image, if it is a server that is known to have no health check. */
export function uncheckedServer(context: RuleContext): BuiltStage | null {
  const { image } = builtOf(context);
  if (image?.end.config.healthcheck !== null) return null;
  const exposes = image.end.config.ports.some(({ range }) => range);
  return exposes || listenerOf(image).port !== undefined ? image : null;
}

export const serverWithoutHealthCheckPage: RulePage = {
  title: 'Give a server a health check',
  why: 'Without HEALTHCHECK Docker only sees whether the process exists: a server that hangs counts as running, and what waits for it starts too early. Kubernetes ignores it and has probes of its own.',
  sources: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
};

export const serverWithoutHealthCheck: Rule = {
  name: 'server-without-health-check',
  severity: 'info',
  refs: ['hadolint:DL3057', 'trivy:DS-0026'],
  set: 'default',
  *check(context) {
    const server = uncheckedServer(context);
    if (!server) return;
    const none = !placed(context.dockerfile).some(({ instruction }) => instruction.name === 'healthcheck');
    yield {
      range: server.from.range,
      message:
        'Nothing tells Docker whether this server answers, only whether its process runs. Add HEALTHCHECK CMD with a request that it must answer, by a program that the image has.',
      refs: none ? this.refs : ['hadolint:DL3057'],
    };
  },
};
