import { parseReference } from '../dockerfile/reference.ts';
import type { Word } from '../dockerfile/types.ts';
import type { Range } from '../types.ts';
import { hasVariable, placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** `*` matches at either end: `*.example.org`, `registry.*`. */
function matches(pattern: string, registry: string): boolean {
  if (pattern.startsWith('*')) return registry.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return registry.startsWith(pattern.slice(0, -1));
  return registry === pattern;
}

function isTrusted(image: string, trusted: readonly string[]): boolean {
  const { registry } = parseReference(image);
  const names = registry === null ? ['docker.io', 'hub.docker.com'] : [registry];
  return names.some((name) => hasVariable(name) || trusted.some((pattern) => matches(pattern, name)));
}

export const untrustedRegistryPage: RulePage = {
  title: 'Take images from the registries that you trust',
  why: 'Whoever publishes an image runs code in your build and in your containers. A list of trusted registries keeps names typed wrong, or copied from somewhere, out of both.',
};

export const untrustedRegistry: Rule = {
  name: 'untrusted-registry',
  severity: 'warning',
  refs: ['hadolint:DL3026'],
  set: 'configured',
  *check({ dockerfile, config }) {
    const trusted = config.trustedRegistries;
    if (trusted.length === 0) return;
    const stages = new Set(['scratch']);
    const finding = (image: string, range: Range) => ({
      range,
      message: `${image} does not come from a trusted registry (${trusted.join(', ')}). Use a copy in one of them, or add its registry to the list.`,
    });
    const refused = (word: Word | null): word is Word => {
      const image = word && unquote(word.text);
      if (!image || hasVariable(image) || /^\d+$/.test(image)) return false;
      return !stages.has(image.toLowerCase()) && !isTrusted(image, trusted);
    };
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name === 'from') {
        const { image, stageName } = instruction;
        if (refused(image)) yield finding(image.text, rangeOf(instruction, image));
        if (stageName) stages.add(unquote(stageName.text).toLowerCase());
      } else if (instruction.name === 'copy') {
        if (refused(instruction.from))
          yield finding(instruction.from.text, rangeOf(instruction, instruction.from));
      } else if (instruction.name === 'run') {
        for (const mount of instruction.mounts) {
          const from = mount.from === null ? null : { text: mount.from, range: mount.range };
          if (refused(from)) yield finding(from.text, rangeOf(instruction, from));
        }
      }
    }
  },
};
