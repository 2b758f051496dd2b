import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../parse.ts';
import { type ConvertOptions, convert } from './convert.ts';

const KNOWN: ConvertOptions = { baseConfig: () => ({ env: {}, workdir: '/', shell: [] }) };

function converted(text: string, options: ConvertOptions = KNOWN) {
  const { refusal, warnings } = convert(parseDockerfile(text), options);
  return { refused: refusal?.message ?? null, warned: warnings.map(({ check, line }) => `${check} ${line}`) };
}

describe('what docker build refuses while it puts the stages together is refused in its words', () => {
  it.each([
    [
      'ARG A=b\nFROM c\nCOPY --from=$A /x /y',
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    ],
    [
      'FROM a\nCOPY --from=${A /x /y',
      'failed to process "${A": unsupported modifier (\ufffd) in substitution',
    ],
    [
      'FROM --platform=${A:%x} a',
      'failed to process arguments for platform : failed to process "${A:%x}": unsupported modifier (:%) in substitution',
    ],
    [
      'FROM "a',
      'failed to process "\\"a": unexpected end of statement while looking for matching double-quote',
    ],
    ['FROM $A', 'base name ($A) should not be blank'],
    ['FROM a\nCOPY --from=7 /x /y', 'invalid stage index 7'],
    ['FROM a\nSTOPSIGNAL SIGNOPE', 'invalid signal: SIGNOPE'],
    ['FROM a\nEXPOSE 70000', 'invalid containerPort: 70000'],
    ['FROM a AS b\nONBUILD RUNN c\nFROM b', 'unknown instruction: RUNN (did you mean RUN?)'],
  ])('%j', (text, message) => {
    expect(converted(text).refused).toBe(message);
  });
});

describe('triggers of ONBUILD', () => {
  it('fire in the stages of the same file that are built on theirs, at their FROM', () => {
    const { refused, warned } = converted(
      'FROM a AS b\nONBUILD CMD c\nONBUILD WORKDIR d\nONBUILD ENV E=1\nFROM b\nRUN echo $E\nUSER $E$F\n',
    );
    expect(refused).toBeNull();
    expect(warned).toEqual(['JSONArgsRecommended 5', 'WorkdirRelativePath 5', 'UndefinedVar 7']);
  });

  it('do not fire twice, nor where the build does not come by', () => {
    expect(converted('FROM a AS b\nONBUILD RUNN c\nFROM b AS d\nFROM e').refused).toBeNull();
    expect(converted('FROM a AS b\nONBUILD WORKDIR c\nFROM b AS d\nFROM d').warned).toEqual([
      'WorkdirRelativePath 3',
    ]);
  });
});
