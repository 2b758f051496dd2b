import { firstProgram } from './debugging.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Check health with a program that the image has. */
export const healthcheckCommand: ComposeRule = {
  name: 'compose-healthcheck-command',
  severity: 'error',
  title: 'Check health with a program that the image has',
  why: 'A health check runs inside the container. Small images have no curl and often no wget, and then the container is never healthy.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#healthcheck'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      const test = service.healthcheck?.disabled ? undefined : service.healthcheck?.test;
      const state = test ? image(service).contents : undefined;
      if (!test || !state) continue;
      const program =
        test.form === 'exec'
          ? test.words[0]
          : test.form === 'shell'
            ? firstProgram(test.words[0] ?? '')
            : undefined;
      if (program === undefined || state.hasCommand(program) !== 'no') continue;
      yield at(
        test.node,
        `services.${service.name}.healthcheck.test`,
        `The image of \`${service.name}\` has no \`${program}\`, so the check fails every time and the service never becomes healthy. ` +
          'Use a program that the image has, or install it in the Dockerfile.',
      );
    }
  },
};
