import { isSecretName } from '../dockerfile/secret-name.ts';
import { rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { suspectedVariables } from './secrets.ts';

export const sensitiveNamePage: RulePage = {
  title: 'Look twice at variables that may be sensitive',
  why: 'User names, account identifiers and names that merely contain a suspicious word are rarely secret. Some teams want to see them all.',
};

export const sensitiveName: Rule = {
  name: 'sensitive-name',
  severity: 'info',
  refs: ['hadolint:DL3064', 'trivy:DS-0031'],
  set: 'all',
  *check(context) {
    for (const { instruction, key, refs } of suspectedVariables(context)) {
      if (isSecretName(key.text) || refs.length === 0) continue;
      yield {
        range: rangeOf(instruction, key),
        message: `${key.text} stays readable in the image. If it is not meant for everyone, pass it when the container starts.`,
        refs,
      };
    }
  },
};
