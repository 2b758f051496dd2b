import { at, removeEntry } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Leave out the obsolete `version`. */
export const version: ComposeRule = {
  name: 'compose-version',
  severity: 'info',
  title: 'Leave out the obsolete `version`',
  why: 'Compose ignores `version` and prints a warning about it on every command. Which keys are allowed depends on your release of Compose alone.',
  refs: ['dclint:no-version-field'],
  sources: ['https://docs.docker.com/reference/compose-file/version-and-name/'],
  set: 'default',
  *check({ project }) {
    const entry = project.root.entries.get('version');
    if (!entry) return;
    yield at(
      entry.key,
      'version',
      'Compose ignores `version` and warns about it. Remove the line.',
      removeEntry(entry.key, entry.value, 'Remove the version'),
    );
  },
};
