import type { Severity } from '../../types.ts';

/** What Compose itself refuses, or cannot do, with the files: no matter of judgement, so no rule. */
export interface ComposeCheckInfo {
  name: string;
  severity: Severity;
  title: string;
  why: string;
  sources: readonly string[];
}

/** What `judgeCompose` reports besides the findings of rules, for the reference pages. */
export const composeChecks: readonly ComposeCheckInfo[] = [
  {
    name: 'compose-syntax',
    severity: 'error',
    title: 'Write YAML that Compose can read',
    why: 'Compose reads the file as YAML before anything else. Tabs, keys that stand twice, quotes that never close and indentation that does not add up end the reading.',
    sources: ['https://docs.docker.com/reference/compose-file/', 'https://yaml.org/spec/1.2.2/'],
  },
  {
    name: 'compose-schema',
    severity: 'error',
    title: 'Use the keys and values that the specification knows',
    why: 'Compose compares the file with the schema of its specification, and refuses unknown keys and values of the wrong kind. Keys of your own start with `x-`.',
    sources: ['https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json'],
  },
  {
    name: 'compose-merge',
    severity: 'error',
    title: 'Write what several files say of one thing in the same form',
    why: 'Compose adds mappings to mappings and lists to lists. A list cannot be laid upon a mapping; `!override` replaces one by the other.',
    sources: ['https://docs.docker.com/reference/compose-file/merge/'],
  },
  {
    name: 'compose-extends',
    severity: 'error',
    title: 'Extend a service that is there',
    why: '`extends` takes over what another service says. Compose refuses the file when there is none of that name, or when services extend each other in a circle.',
    sources: ['https://docs.docker.com/reference/compose-file/services/#extends'],
  },
  {
    name: 'compose-interpolation',
    severity: 'error',
    title: 'Write `$$` for a dollar sign',
    why: 'Compose fills in variables wherever a `$` stands. A `$` that begins no variable makes it refuse the file.',
    sources: ['https://docs.docker.com/reference/compose-file/interpolation/'],
  },
];
