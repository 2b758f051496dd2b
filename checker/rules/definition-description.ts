import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const definitionDescriptionPage: RulePage = {
  title: 'Begin a description with the name that it describes',
  why: '`docker build --call=outline` shows the comment above an ARG or a stage as its description if the comment begins with the name. Asked for by `# check=experimental=InvalidDefinitionDescription`.',
  sources: [buildCheckPage('invalid-definition-description')],
};

export const definitionDescription = buildkitRule(
  'InvalidDefinitionDescription',
  {
    name: 'definition-description',
    severity: 'info',
    set: 'default',
  },
  ({ subject }) => ({
    message: `The comment above describes nothing by BuildKit's format. Begin it with ${subject}, or put an empty line below it.`,
  }),
);
