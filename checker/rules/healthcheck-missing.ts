import { parseReference } from '../dockerfile/reference.ts';
import { finalGroup, placed, stageGroups, unquote } from './place.ts';
import type { Rule } from './rule.ts';

export const healthcheckMissing: Rule = {
  name: 'healthcheck-missing',
  severity: 'info',
  title: 'Say how to tell that the container works',
  why: 'Without HEALTHCHECK Docker only sees whether the process exists, so a container that hangs counts as running and others that wait for it start too early. Kubernetes uses probes of its own instead.',
  refs: ['hadolint:DL3057', 'trivy:DS-0026'],
  sources: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  set: 'all',
  *check({ dockerfile, project }) {
    const stages = stageGroups(dockerfile).flatMap(({ from, placed: inside }) => {
      if (!from) return [];
      const source = parseReference(unquote(from.image.text)).path;
      const name = from.stageName ? unquote(from.stageName.text) : source;
      const own = inside.some(({ instruction, onbuild }) => instruction.name === 'healthcheck' && !onbuild);
      return [{ from, source, name, own }];
    });
    const good = new Set<(typeof stages)[number]>();
    for (const [at, stage] of stages.entries()) {
      const inherits = stages.slice(0, at).some((below) => good.has(below) && below.name === stage.source);
      if (stage.own || inherits) good.add(stage);
      if (!stage.own) continue;
      // A stage below one with a check is not meant to run by itself.
      for (const found of good)
        for (const below of stages.slice(0, at)) if (below.name === found.source) good.add(below);
    }
    const final = finalGroup(dockerfile, project.target)?.from;
    const none = !placed(dockerfile).some(({ instruction }) => instruction.name === 'healthcheck');
    for (const stage of stages) {
      if (good.has(stage)) continue;
      yield {
        range: stage.from.range,
        message:
          'Nothing tells Docker whether this container works, only whether it runs. Add HEALTHCHECK CMD with a request that the application must answer.',
        refs: none && stage.from === final ? this.refs : ['hadolint:DL3057'],
      };
    }
  },
};
