import { ExpandError, expandWord } from '../dockerfile/expand.ts';
import type { Dockerfile, FromInstruction } from '../dockerfile/types.ts';
import { hasVariable, placed, unquote } from './place.ts';

export interface JudgedReference {
  from: FromInstruction;
  /** The image, with variables replaced where all of them have a default. */
  reference: string;
  /** It stands in the file just so, without variables. */
  written: boolean;
}

/** What each FROM takes from a registry: neither `scratch` nor a stage above it. */
export function judgedReferences(dockerfile: Dockerfile): JudgedReference[] {
  const found: JudgedReference[] = [];
  const names = new Set(['scratch']);
  const defaults = new Set(
    dockerfile.metaArgs.flatMap(({ args }) => args.filter(({ value }) => value).map(({ key }) => key.text)),
  );
  for (const { instruction, stage, onbuild } of placed(dockerfile)) {
    if (instruction.name !== 'from' || onbuild) continue;
    const text = unquote(instruction.image.text);
    const written = !hasVariable(text);
    const known = !written && stage?.base.kind === 'image' && isKnown(text, dockerfile.escape, defaults);
    const reference = known && stage?.base.kind === 'image' ? stage.base.reference : text;
    const own =
      stage?.base.kind === 'stage' || stage?.base.kind === 'scratch' || names.has(reference.toLowerCase());
    if (!own) found.push({ from: instruction, reference, written });
    if (instruction.stageName) names.add(unquote(instruction.stageName.text).toLowerCase());
  }
  return found;
}

/** Whether every variable of the text has a default: without one its value is the caller's affair. */
function isKnown(text: string, escape: string, defaults: ReadonlySet<string>): boolean {
  try {
    return expandWord(text, escape, (name) => (defaults.has(name) ? '' : undefined)).unmatched.size === 0;
  } catch (error) {
    if (error instanceof ExpandError) return false;
    throw error;
  }
}
