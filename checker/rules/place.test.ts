import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { finalGroup, placed, rangeOf, stageGroups, unquote, walkStages } from './place.ts';

describe('placed', () => {
  it('takes ONBUILD off and knows the stage of each instruction', () => {
    const dockerfile = parseDockerfile('ARG A\nFROM node:22 AS build\nONBUILD USER node\n');
    expect(
      placed(dockerfile).map(({ instruction, stage, onbuild }) => [instruction.name, stage?.name, onbuild]),
    ).toEqual([
      ['arg', undefined, false],
      ['from', 'build', false],
      ['user', 'build', true],
    ]);
  });

  it('reads fragments without a FROM', () => {
    const [group] = stageGroups(parseDockerfile('WORKDIR app\nCOPY a b\n'));
    expect(group?.from).toBeNull();
    expect(group?.placed.map(({ instruction }) => instruction.name)).toEqual(['workdir', 'copy']);
  });
});

describe('walkStages', () => {
  it('hands the state of a stage on to the stages built on it, and to no other', () => {
    const seen: [string, number][] = [];
    const text = 'FROM a:1 AS base\nWORKDIR /x\nFROM b:1\nUSER u\nFROM base\nUSER v\n';
    walkStages(parseDockerfile(text), 0, (count, { instruction }) => {
      if (instruction.name === 'user') seen.push([instruction.user.text, count]);
      return instruction.name === 'workdir' ? count + 1 : count;
    });
    expect(seen).toEqual([
      ['u', 0],
      ['v', 1],
    ]);
  });
});

describe('finalGroup', () => {
  const dockerfile = parseDockerfile('FROM a:1 AS Dev\nFROM b:1\n');

  it('is the last stage, or the one that is asked for', () => {
    expect(finalGroup(dockerfile, undefined)?.from?.image.text).toBe('b:1');
    expect(finalGroup(dockerfile, 'dev')?.from?.image.text).toBe('a:1');
  });

  it('is nothing in a fragment', () => {
    expect(finalGroup(parseDockerfile('RUN true\n'), undefined)).toBeUndefined();
  });
});

describe('rangeOf', () => {
  it('stays on the line that the instruction is known by', () => {
    const [, env] = parseDockerfile('FROM a:1\nENV A=1 \\\n  B=2\n').instructions;
    if (env?.name !== 'env') throw new Error('expected ENV');
    const [first, second] = env.pairs.map(({ key }) => rangeOf(env, key));
    expect(first).toMatchObject({ startLine: 2, startColumn: 5, endColumn: 6 });
    expect(second).toMatchObject({ startLine: 2, startColumn: 1, endLine: 3 });
  });

  it('counts a lone backslash in front as the first line', () => {
    const [, workdir] = parseDockerfile('FROM a:1\n\\\nWORKDIR app\n').instructions;
    if (workdir?.name !== 'workdir') throw new Error('expected WORKDIR');
    expect(rangeOf(workdir, workdir.path).startLine).toBe(workdir.startLine);
  });
});

describe('unquote', () => {
  it.each([
    ['"a b"', 'a b'],
    ["'x'", 'x'],
    ['""', ''],
    ['it"s', 'it"s'],
  ])('takes the quotes from the ends of %s', (text, expected) => expect(unquote(text)).toBe(expected));
});
