import { parseReference } from '../dockerfile/reference.ts';
import { finalGroup, placed, stageGroups, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { uncheckedServer } from './server-without-health-check.ts';

export const healthcheckMissingPage: RulePage = {
  title: 'Say how to tell that the container works',
  why: 'Without HEALTHCHECK Docker only sees whether the process exists, so a container that hangs counts as running and others that wait for it start too early. Kubernetes uses probes of its own instead.',
  sources: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
};

export const healthcheckMissing: Rule = {
  name: 'healthcheck-missing',
  severity: 'info',
  refs: ['hadolint:DL3057', 'trivy:DS-0026'],
  set: 'all',
  *check(context) {
    const { dockerfile, project } = context;
    // Of the server itself `server-without-health-check` speaks.
    const said = new Set([uncheckedServer(context)?.from]);
    const stages = stageGroups(dockerfile).flatMap(({ from, placed: inside }) => {
      if (!from) return [];
      const source = parseReference(unquote(from.image.text)).path;
      const name = from.stageName ? unquote(from.stageName.text) : source;
      const own = inside.some(({ instruction, onbuild }) => instruction.name === 'healthcheck' && !onbuild);
      return [{ from, source, name, own }];
    });
    const good = new Set<(typeof stages)[number]>();
    const goodNames = new Set<string>();
    const unchecked = new Map<string, (typeof stages)[number][]>();
    for (const stage of stages) {
      if (!stage.own && !goodNames.has(stage.source)) {
        const sameName = unchecked.get(stage.name);
        if (sameName) sameName.push(stage);
        else unchecked.set(stage.name, [stage]);
        continue;
      }
      const pending = [stage];
      for (let found = pending.pop(); found; found = pending.pop()) {
        good.add(found);
        goodNames.add(found.name);
        // What a stage with a check is built on is not meant to run by itself.
        if (!stage.own) break;
        pending.push(...(unchecked.get(found.source) ?? []));
        unchecked.delete(found.source);
      }
    }
    const final = finalGroup(dockerfile, project.target)?.from;
    const none = !placed(dockerfile).some(({ instruction }) => instruction.name === 'healthcheck');
    for (const stage of stages) {
      if (good.has(stage) || said.has(stage.from)) continue;
      yield {
        range: stage.from.range,
        message:
          'Nothing tells Docker whether this container works, only whether it runs. Add HEALTHCHECK CMD with a request that the application must answer.',
        refs: none && stage.from === final ? this.refs : ['hadolint:DL3057'],
      };
    }
  },
};
