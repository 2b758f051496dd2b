import type { Dockerfile, Instruction } from '../types.ts';
import type { WarningList } from './warnings.ts';

/** What BuildKit warns about while it reads instruction after instruction, up to the one that it refuses. */
export function warnWhileReading(dockerfile: Dockerfile, list: WarningList): void {
  for (const instruction of dockerfile.instructions) {
    switch (instruction.name) {
      case 'from':
        warnAboutFrom(instruction, list);
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
        list.add(
          'MaintainerDeprecated',
          instruction,
          'Maintainer instruction is deprecated in favor of using label',
          instruction.maintainer.text,
        );
        break;
      case 'invalid':
        return;
    }
  }
}

function warnAboutFrom(instruction: Extract<Instruction, { name: 'from' }>, list: WarningList): void {
  const { keyword, as, stageName } = instruction;
  if (stageName && stageName.text !== stageName.text.toLowerCase()) {
    const detail = `Stage name '${stageName.text}' should be lowercase`;
    list.add('StageNameCasing', instruction, detail, stageName.text, stageName);
  }
  if (!as) return;
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
