import type { Dockerfile, FromInstruction, Instruction, Word } from '../types.ts';
import { blankSeparated } from '../words.ts';
import type { WarningList } from './warnings.ts';

/**
 * What BuildKit warns about while it reads instruction after instruction, up to the one that it refuses; the
 * words of a FROM and a MAINTAINER it looks at before it refuses them.
 */
export function warnWhileReading(dockerfile: Dockerfile, list: WarningList): void {
  let inStage = false;
  for (const instruction of dockerfile.instructions) {
    switch (instruction.name) {
      case 'from':
        inStage = true;
        warnAboutFrom(instruction, fromWords(instruction), list);
        if (instruction.stageName)
          describe(instruction, 'FROM', [instruction.stageName.text.toLowerCase()], list);
        break;
      case 'arg':
        describe(
          instruction,
          'ARG',
          instruction.args.map(({ key }) => key.text),
          list,
        );
        break;
      case 'maintainer':
        warnAboutMaintainer(instruction, list);
        break;
      case 'invalid':
        if (instruction.written === 'from')
          warnAboutFrom(instruction, blankSeparated(instruction.rest), list);
        if (instruction.written === 'maintainer') warnAboutMaintainer(instruction, list);
        return;
    }
    // The first instruction outside a stage, ARG excepted, ends the reading.
    if (!inStage && instruction.name !== 'arg') return;
  }
}

function warnAboutMaintainer(instruction: Instruction, list: WarningList): void {
  const detail = 'Maintainer instruction is deprecated in favor of using label';
  list.add('MaintainerDeprecated', instruction, detail, instruction.rest.text);
}

function fromWords({ image, as, stageName }: FromInstruction): Word[] {
  return as && stageName ? [image, as, stageName] : [image];
}

function warnAboutFrom(instruction: Instruction, words: readonly Word[], list: WarningList): void {
  const { keyword } = instruction;
  const [, as, stageName] = words;
  if (words.length === 3 && stageName && stageName.text !== stageName.text.toLowerCase()) {
    const detail = `Stage name '${stageName.text}' should be lowercase`;
    list.add('StageNameCasing', instruction, detail, stageName.text, stageName);
  }
  if (!as || !stageName) return;
  const lower = keyword.text === keyword.text.toLowerCase();
  const upper = keyword.text === keyword.text.toUpperCase();
  if ((!lower && !upper) || as.text === (lower ? as.text.toLowerCase() : as.text.toUpperCase())) return;
  const detail = `'${as.text}' and '${keyword.text}' keywords' casing do not match`;
  list.add('FromAsCasing', instruction, detail, as.text, as);
}

function describe(instruction: Instruction, keyword: string, names: string[], list: WarningList): void {
  const comment = instruction.comments.at(-1);
  const [first] = names;
  if (comment === undefined || first === undefined || names.includes(comment.split(' ')[0] ?? '')) return;
  const example = names.length > 1 ? '<arg_key>' : first;
  const detail = `Comment for ${keyword} should follow the format: \`# ${example} <description>\``;
  list.add('InvalidDefinitionDescription', instruction, detail, example);
}
