import { nearest } from '../nearest.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Build a stage that the Dockerfile has. */
export const targetStage: ComposeRule = {
  name: 'compose-target-stage',
  severity: 'error',
  title: 'Build a stage that the Dockerfile has',
  why: '`build.target` names a stage of the Dockerfile. When there is none of that name the build fails.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/build/#target'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      const target = service.build?.target;
      const dockerfile = target?.value === undefined ? undefined : image(service).dockerfile;
      if (!target || target.value === undefined || !dockerfile || dockerfile.file.stages.length === 0)
        continue;
      const wanted = target.value.toLowerCase();
      const names = dockerfile.file.stages.flatMap(({ name }) => (name === null ? [] : [name]));
      const isIndex = /^\d+$/.test(wanted) && Number(wanted) < dockerfile.file.stages.length;
      if (names.includes(wanted) || isIndex || wanted === '') continue;
      const close = nearest(wanted, names);
      yield at(
        target.node,
        `services.${service.name}.build.target`,
        `${dockerfile.path} has no stage \`${target.value}\`, so the build fails. ` +
          (close !== undefined
            ? `Did you mean \`${close}\`?`
            : names.length > 0
              ? `Its stages are ${names.map((name) => `\`${name}\``).join(', ')}.`
              : 'None of its stages has a name: write `FROM ... AS name`.'),
      );
    }
  },
};
