import { atSeverity as at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { holdsSecret } from './secrets.ts';

/** Keep passwords and keys out of the Compose file. */
export const secretInFile: ComposeRule = {
  name: 'compose-secret-in-file',
  severity: 'warning',
  title: 'Keep passwords and keys out of the Compose file',
  why: 'What stands in the file is in the repository, in every copy of it and in `docker inspect`. A secret is mounted as a file instead, and its value stays outside the repository.',
  refs: [],
  sources: [
    'https://docs.docker.com/reference/compose-file/secrets/',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
  ],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      const places = [
        ...service.environment.map((variable) => ({ variable, path: 'environment' })),
        ...(service.build?.args ?? []).map((variable) => ({ variable, path: 'build.args' })),
      ];
      for (const { variable, path } of places) {
        if (!holdsSecret(variable)) continue;
        yield at(
          variable.node,
          `services.${service.name}.${path}.${variable.name}`,
          `The value of \`${variable.name}\` is written into the file, and so into the repository. ` +
            (path === 'environment'
              ? 'Use `secrets:` (many images read `' +
                variable.name +
                '_FILE`), or take it from the environment with `${' +
                variable.name +
                '}`.'
              : 'Give it to the build as a secret (`build.secrets`); a build argument also stays in the image history.'),
          // Throw-away credentials of a development database cost little.
          service.role === 'development' ? 'info' : undefined,
        );
      }
    }
  },
};
