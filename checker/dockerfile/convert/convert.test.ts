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
    [
      'FROM a AS b\nRUN --mount=from=c,target=/d e\nFROM a AS c',
      'cannot mount from stage "c" to "/d", stage needs to be defined before current command',
    ],
    ['FROM a\nRUN --mount=target=/ b', 'invalid mount target "/"'],
    ['FROM a\nRUN --mount=type=cache b', 'invalid mount target "/"'],
    ['FROM a\nADD --checksum=sha256:0 b c /d', "checksum can't be specified for multiple sources"],
    ['FROM a\nADD --checksum=sha256:0 b /d', 'checksum requires HTTP(S) or Git sources'],
    ['FROM a\nADD --checksum=sha256:0 https://example.com/b /d', 'invalid checksum digest length'],
    ['FROM a\nADD --checksum=md5:00 https://example.com/b /d', 'unsupported digest algorithm'],
    ['FROM a\nADD --checksum=x https://example.com/b /d', 'invalid checksum digest format'],
    ['FROM a AS b\nFROM a\nCOPY --from=b https://example.com/b /d', "source can't be a URL for COPY"],
    ['FROM a:${B}', 'failed to parse stage name "a:": invalid reference format'],
    [
      'FROM a\nCOPY --chmod=999 b /c',
      "invalid chmod parameter: '999'. it should be octal string and between 0 and 07777",
    ],
    ['FROM a\nCOPY --chmod=rwx b /c', 'invalid syntax'],
    ['FROM a AS b\nONBUILD RUNN c\nFROM b', 'unknown instruction: RUNN (did you mean RUN?)'],
  ])('%j', (text, message) => {
    expect(converted(text).refused).toBe(message);
  });
});

describe('what docker build takes is taken', () => {
  it.each([
    'FROM a\nCOPY --chmod=u=rwX,go+r-w b /c',
    'FROM a\nCOPY --chmod=0644 b /c',
    'FROM a\nWORKDIR /b\nRUN --mount=type=cache c',
    'FROM a\nRUN --mount=type=secret,id=b --mount=type=ssh c',
    'FROM a AS b\nFROM a\nRUN --mount=from=b,target=/c d',
    `FROM a\nADD --checksum=sha256:${'0'.repeat(64)} https://example.com/b /c`,
    'FROM a\nADD --checksum=0 https://example.com/b.git /c',
  ])('%j', (text) => {
    expect(converted(text).refused).toBeNull();
  });

  it('where an image that is not known may set what a variable stands for', () => {
    const text = 'FROM a\nCOPY --chmod=${M}9 b /c\nRUN --mount=target=/$D d\nRUN --mount=type=cache e';
    expect(converted(text, {}).refused).toBeNull();
  });
});

describe('what is warned about in a file that is refused', () => {
  it.each([
    ['the words of the FROM that is refused', 'FROM a as B c\nFROM d as E', ['FromAsCasing 1']],
    ['the name of a stage', 'FROM a AS 1B', ['StageNameCasing 1']],
    ['a MAINTAINER without a name', 'FROM a\nMAINTAINER\nFROM b as C', ['MaintainerDeprecated 2']],
    ['nothing behind what stands outside a stage', 'RUN a\nFROM b as C', []],
    ['what an expansion asks for in vain', 'FROM a\nENV B=${C:?no}', ['UndefinedVar 2']],
    ['what FROM asks for in vain', 'FROM ${B:?no}', ['UndefinedArgInFrom 1']],
  ])('%s', (_, text, expected) => {
    const { refused, warned } = converted(text);
    expect(refused).not.toBeNull();
    expect(warned).toEqual(expected);
  });
});

describe('comments that skip a check', () => {
  it.each([
    ['the first of several', 'FROM a\n# check=skip=JSONArgsRecommended\nCMD b', []],
    [
      'and no other',
      'FROM a\n# check=skip=WorkdirRelativePath\n# check=skip=JSONArgsRecommended\nCMD b',
      ['JSONArgsRecommended 4'],
    ],
    [
      'at the instruction that replaces another',
      'FROM a\nCMD ["b"]\n# check=skip=MultipleInstructionsDisallowed\nCMD ["c"]',
      [],
    ],
    [
      'not at the one that is replaced',
      'FROM a\n# check=skip=MultipleInstructionsDisallowed\nCMD ["b"]\nCMD ["c"]',
      ['MultipleInstructionsDisallowed 3'],
    ],
    [
      'not where the check is about the whole file',
      'FROM a AS b\n# check=skip=DuplicateStageName\nFROM c AS b',
      ['DuplicateStageName 3'],
    ],
    ['below a first line for the shell', '#!/bin/x\n# check=skip=all\nFROM a as b', []],
    ['only from the first column on', ' # check=skip=all\nFROM a as b', ['FromAsCasing 2']],
  ])('%s', (_, text, expected) => {
    expect(converted(text).warned).toEqual(expected);
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
