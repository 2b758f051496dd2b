import { ExpandError, expandWord } from '../dockerfile/expand.ts';
import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const namedUserPage: RulePage = {
  title: 'Give the user by number',
  why: 'Only the image knows what number a name stands for. Kubernetes refuses to start such an image under `runAsNonRoot`, because it cannot tell that the name is not root.',
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
};

export const namedUser: Rule = {
  name: 'named-user',
  severity: 'info',
  refs: ['hadolint:DL3066'],
  set: 'all',
  *check({ dockerfile }) {
    const variables = new Set<string>();
    const declared = (text: string) => {
      try {
        const { matched } = expandWord(text, dockerfile.escape, (name) =>
          variables.has(name) ? '' : undefined,
        );
        return matched.size > 0;
      } catch (error) {
        if (error instanceof ExpandError) return true;
        throw error;
      }
    };
    // What counts is the last USER of the last stage.
    const last = placed(dockerfile).at(-1)?.from ?? null;
    const user = placed(dockerfile).findLast(
      ({ instruction, from }) => instruction.name === 'user' && from === last,
    );
    if (user?.instruction.name !== 'user') return;
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name === 'arg') for (const { key } of instruction.args) variables.add(key.text);
      if (instruction.name === 'env') for (const { key } of instruction.pairs) variables.add(key.text);
      if (instruction === user.instruction) break;
    }
    const word = user.instruction.user;
    const [id = ''] = unquote(word.text).split(':');
    if (/^\d*$/.test(id) || declared(word.text)) return;
    yield {
      range: rangeOf(user.instruction, word),
      message: `Only this image knows which number ${id} is, so Kubernetes cannot check that it is not root. Write the number.`,
    };
  },
};
