import { INSTRUCTION_FLAGS } from '@/checker/dockerfile/flags.ts';
import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { StageAccounts } from '@/checker/image/accounts-view.ts';
import type { SizedBase } from '@/checker/image/facts/base-images.ts';
import { INSTRUCTIONS } from './instructions';

export interface Suggestion {
  label: string;
  kind: 'instruction' | 'flag' | 'stage' | 'variable' | 'image' | 'account';
  insert: string;
  /** Said beside the label: a size, a number. */
  detail?: string;
  documentation?: string;
}

/** What the file alone does not say. */
export interface Surroundings {
  bases: readonly SizedBase[];
  /** As the file was when it last could be built; stages are found by their order. */
  accounts: readonly StageAccounts[];
}

/** What could be typed at a place, and the column where the word begins that it takes the place of. */
export interface Suggestions {
  startColumn: number;
  items: Suggestion[];
}

/** What could stand at a position of a Dockerfile; lines and columns are 1-based. */
export function completeDockerfile(
  text: string,
  line: number,
  column: number,
  { bases, accounts }: Surroundings = { bases: [], accounts: [] },
): Suggestions {
  const current = (text.split(/\r?\n/)[line - 1] ?? '').slice(0, column - 1);
  const file = parseDockerfile(text);
  const offer = (typed: string, items: Suggestion[]) => ({ startColumn: column - typed.length, items });
  const inside = file.instructions.find(({ range }) => range.startLine <= line && line <= range.endLine);
  if (/^\s*#/.test(current) || inHeredoc(inside, line)) return offer('', []);
  const begins = !inside || inside.range.startLine === line;
  const keyword = /^\s*(\w*)$/.exec(current);
  if (keyword && begins) return offer(keyword[1] as string, instructions);
  const name = begins ? (/^\s*(\w+)/.exec(current)?.[1]?.toLowerCase() ?? '') : (inside?.name ?? '');
  const stages = file.stages.filter(({ from }) => from.startLine < line);

  const variable = /\$\{?(\w*)$/.exec(current);
  if (variable) {
    const global = name === 'from' || stages.length === 0;
    const declaring = global ? file.metaArgs : (stages.at(-1)?.instructions ?? []);
    const names = declaring
      .filter(({ startLine }) => startLine < line)
      .flatMap((each) =>
        each.name === 'arg'
          ? each.args.map(({ key }) => key.text)
          : each.name === 'env'
            ? each.pairs.map(({ key }) => key.text)
            : [],
      );
    return offer(
      variable[1] as string,
      [...new Set(names)].map((label) => ({ label, kind: 'variable', insert: label })),
    );
  }
  const from = /(?:--from=|,from=)([\w.-]*)$/.exec(current);
  if (from) return offer(from[1] as string, (name === 'from' ? stages : stages.slice(0, -1)).flatMap(named));
  const flag = /\s(--[\w-]*)$/.exec(current);
  if (flag && /^\s*\w+(\s+--\S+)*\s+--[\w-]*$/.test(current)) return offer(flag[1] as string, flagsOf(name));
  const base = /^\s*from\s+(?:--\S+\s+)*([\w./:-]*)$/i.exec(current);
  if (base) return offer(base[1] as string, [...stages.flatMap(named), ...bases.map(image)]);
  const account = /^\s*user\s+(?:[\w.-]+(:))?([\w.-]*)$/i.exec(current);
  if (account) {
    const here = accounts[stages.length - 1];
    const names = account[1] ? here?.groups.map(group) : here?.users.map(user);
    return offer(account[2] as string, names ?? []);
  }
  return offer('', []);
}

const image = ({ reference, megabytes }: SizedBase): Suggestion => ({
  label: reference,
  kind: 'image',
  insert: reference,
  detail: megabytes >= 1000 ? `${(megabytes / 1000).toFixed(2)} GB` : `${Math.round(megabytes)} MB`,
});

const user = ({ name, uid, own }: StageAccounts['users'][number]) => who(name, 'user', uid, own);
const group = ({ name, gid, own }: StageAccounts['groups'][number]) => who(name, 'group', gid, own);

const who = (name: string, what: string, number: number | undefined, own: boolean): Suggestion => ({
  label: name,
  kind: 'account',
  insert: name,
  detail: `${what}${number === undefined ? '' : ` ${number}`}, ${own ? 'this stage' : 'base image'}`,
});

const instructions = Object.entries(INSTRUCTIONS)
  .filter(([label]) => label !== 'MAINTAINER')
  .map(
    ([label, documentation]): Suggestion => ({
      label,
      kind: 'instruction',
      insert: `${label} `,
      documentation,
    }),
  );

function flagsOf(name: string): Suggestion[] {
  const flags: Readonly<Record<string, string>> =
    name in INSTRUCTION_FLAGS ? INSTRUCTION_FLAGS[name as keyof typeof INSTRUCTION_FLAGS] : {};
  return Object.entries(flags).map(([flag, kind]) => ({
    label: `--${flag}`,
    kind: 'flag',
    insert: kind === 'boolean' ? `--${flag} ` : `--${flag}=`,
  }));
}

const named = ({ name, index }: { name: string | null; index: number }): Suggestion[] =>
  name === null
    ? []
    : [{ label: name, kind: 'stage', insert: name, documentation: `Stage ${index} of this file.` }];

function inHeredoc(
  instruction: { heredocs: readonly { range: { startLine: number; endLine: number } }[] } | undefined,
  line: number,
): boolean {
  return instruction?.heredocs.some(({ range }) => range.startLine <= line && line <= range.endLine) ?? false;
}
