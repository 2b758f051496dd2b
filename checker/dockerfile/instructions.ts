import type { MappedText } from '../text.ts';
import type { Range } from '../types.ts';
import { csvFields } from './csv.ts';
import { goBoolean } from './directives.ts';
import { parseDuration } from './duration.ts';
import { FlagValues, INSTRUCTION_FLAGS } from './flags.ts';
import { heredocMark } from './heredoc.ts';
import type { LogicalLine } from './lines.ts';
import { checkMountSyntax, parseMount } from './mount.ts';
import { quote, RefusalError } from './refusal.ts';
import { didYouMean } from './suggest.ts';
import type {
  CommandLine,
  Flag,
  Heredoc,
  Instruction,
  InvalidInstruction,
  KeyValue,
  Mount,
  OnbuildInstruction,
  Refusal,
  Word,
} from './types.ts';
import { blankSeparated, jsonWords, quotedWords, type SplitLine, splitLine } from './words.ts';

/**
 * From a logical line to a typed instruction, refusing what BuildKit refuses in its order: first what
 * cannot be split into words (`syntax`), then flags and the number and form of arguments (`instruction`).
 */

/** Every keyword, upper case, in alphabetical order. */
export const KEYWORDS = [
  ...[
    'ADD',
    'ARG',
    'CMD',
    'COPY',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'FROM',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
  ],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];

/**
 * What all instructions share, before the keyword decides. Where an instruction is made of it, it is spread last:
 * V8 takes ten times as long to add properties to a spread object as to spread one into the rest.
 */
type Base = Omit<InvalidInstruction, 'name' | 'written' | 'refusal'> & { refusal: null };

/** Reads one logical line. Never throws: what BuildKit refuses comes back as an invalid instruction. */
export function readInstruction(logical: LogicalLine, escape: string): Instruction {
  const split = splitLine(logical.text);
  const base = commonParts(logical, split);
  const written = split.keyword.text.toLowerCase();
  let phase: Refusal['phase'] = 'syntax';
  try {
    const words = splitWords(written, base, escape);
    if (logical.openHeredoc) {
      throw new RefusalError(
        'unterminated heredoc',
        `Add a line that holds nothing but ${logical.openHeredoc.name} after the heredoc's last line.`,
      );
    }
    phase = 'instruction';
    return words();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const prefix = phase === 'instruction' ? `dockerfile parse error on line ${logical.startLine}: ` : '';
    const refusal: Refusal = {
      message: prefix + error.message,
      range: base.range,
      line: logical.startLine,
      phase,
    };
    if (error.remedy !== undefined) refusal.remedy = error.remedy;
    return { name: 'invalid', written, ...base, refusal };
  }
}

/** Whether the instruction on the line reads heredocs: RUN, COPY and ADD in shell form, also under ONBUILD. */
export function takesHeredocs(line: MappedText): boolean {
  let split = splitLine(line);
  if (split.keyword.text.toLowerCase() === 'onbuild') split = splitLine(split.rest);
  return /^(run|copy|add)$/i.test(split.keyword.text) && jsonWords(split.rest).kind !== 'words';
}

function commonParts(logical: LogicalLine, split: SplitLine): Base {
  const { text } = logical;
  const heredocEnd = logical.heredocs.at(-1)?.range;
  const lineRange = text.range(0, Math.max(text.text.trimEnd().length, 1));
  const range: Range = heredocEnd
    ? { ...lineRange, endLine: heredocEnd.endLine, endColumn: heredocEnd.endColumn }
    : lineRange;
  return {
    keyword: split.keyword,
    range,
    startLine: logical.startLine,
    endLine: logical.endLine,
    line: text,
    rest: split.rest,
    flags: split.flags,
    heredocs: logical.heredocs,
    comments: logical.comments,
    refusal: null,
  };
}

/** The mounts as they are written, variables in them too; one that BuildKit will refuse is left out. */
function writtenMounts(flags: readonly Flag[]): Mount[] {
  return flags.flatMap(({ name, value, range }) => {
    if (name !== 'mount') return [];
    try {
      return [parseMount({ text: value ?? '', range }, (text) => text)];
    } catch (error) {
      if (error instanceof RefusalError) return [];
      throw error;
    }
  });
}

/**
 * Splits the arguments (which may be refused as syntax) and returns how to make the instruction of them
 * (which may be refused as an instruction).
 */
function splitWords(written: string, base: Base, escape: string): () => Instruction {
  switch (written) {
    case 'from': {
      const words = blankSeparated(base.rest);
      return () => from(base, words);
    }
    case 'run': {
      const command = commandLine(base.rest);
      return () => {
        const flags = new FlagValues(base.flags, INSTRUCTION_FLAGS.run);
        return { name: 'run', command, mounts: writtenMounts(base.flags), ...runFlags(flags), ...base };
      };
    }
    case 'cmd':
    case 'entrypoint': {
      const command = commandLine(base.rest);
      return () => {
        noFlags(base.flags);
        return { name: written, command, ...base };
      };
    }
    case 'shell': {
      const words = maybeJson(base.rest);
      return () => {
        noFlags(base.flags);
        if (base.rest.text === '' || words?.length === 0) throw atLeastOne('SHELL');
        if (!words) throw notJson('SHELL', base.line.text);
        return { name: 'shell', argv: words, ...base };
      };
    }
    case 'copy':
    case 'add': {
      const words = maybeJson(base.rest) ?? blankSeparated(base.rest);
      return () => transfer(base, written, words);
    }
    case 'volume': {
      const words = maybeJson(base.rest) ?? blankSeparated(base.rest);
      return () => {
        if (words.length === 0) throw atLeastOne('VOLUME');
        noFlags(base.flags);
        if (words.some((word) => word.text.trim() === '')) {
          throw new RefusalError(
            'VOLUME specified can not be an empty string',
            'Name a path inside the container.',
          );
        }
        return { name: 'volume', paths: words, ...base };
      };
    }
    case 'env':
    case 'label': {
      const pairs = keyValues(base, escape, written.toUpperCase());
      return () => {
        noFlags(base.flags);
        if (pairs.list.length === 0) throw atLeastOne(written.toUpperCase());
        if (pairs.list.some((pair) => pair.key.text === '')) throw blankNames(written.toUpperCase());
        return { name: written, pairs: pairs.list, legacy: pairs.legacy, ...base };
      };
    }
    case 'arg': {
      const words = quotedWords(base.rest, escape);
      return () => {
        if (words.length === 0) throw atLeastOne('ARG');
        const args = words.map((word) => {
          const pair = splitPair(base.rest, word);
          if (pair?.key.text === '') throw blankNames('ARG');
          return pair ?? { key: { text: word.text, range: word.range }, value: null };
        });
        return { name: 'arg', args, ...base };
      };
    }
    case 'expose': {
      const ports = blankSeparated(base.rest);
      return () => {
        if (ports.length === 0) throw atLeastOne('EXPOSE');
        noFlags(base.flags);
        return { name: 'expose', ports, ...base };
      };
    }
    case 'user':
      return () => ({ name: 'user', user: onlyArgument(base, 'USER'), ...base });
    case 'workdir':
      return () => ({ name: 'workdir', path: onlyArgument(base, 'WORKDIR'), ...base });
    case 'maintainer':
      return () => ({ name: 'maintainer', maintainer: onlyArgument(base, 'MAINTAINER'), ...base });
    case 'stopsignal':
      return () => {
        if (base.rest.text === '') throw exactlyOne('STOPSIGNAL');
        return { name: 'stopsignal', signal: whole(base.rest), ...base };
      };
    case 'healthcheck':
      return healthcheck(base);
    case 'onbuild':
      return onbuild(base, escape);
    default:
      return () => {
        throw new RefusalError(
          `unknown instruction: ${base.keyword.text}${didYouMean(base.keyword.text, KEYWORDS, false)}`,
          `A line begins with an instruction: ${KEYWORDS.join(', ')}. To go on with the line before, end that one with \\.`,
        );
      };
  }
}

function whole(text: MappedText): Word {
  return { text: text.text, range: text.range() };
}

function onlyArgument(base: Base, keyword: string): Word {
  if (base.rest.text === '') throw exactlyOne(keyword);
  noFlags(base.flags);
  return whole(base.rest);
}

function noFlags(flags: readonly Flag[]): void {
  new FlagValues(flags, {});
}

/** Words of a JSON array, null when the text is none. */
function maybeJson(text: MappedText): Word[] | null {
  const json = jsonWords(text);
  if (json.kind === 'not-strings') {
    throw new RefusalError(
      'when using JSON array syntax, arrays must be comprised of strings only',
      'Put every element in double quotes.',
    );
  }
  return json.kind === 'words' ? json.words : null;
}

function commandLine(rest: MappedText): CommandLine {
  const argv = rest.text === '' ? null : maybeJson(rest);
  if (argv) return { form: 'exec', argv, range: rest.range() };
  return { form: 'shell', script: rest, range: rest.range() };
}

function from(base: Base, words: Word[]): Instruction {
  const [image, as, stageName] = words;
  if (!image || (words.length !== 1 && words.length !== 3) || (as && as.text.toLowerCase() !== 'as')) {
    throw new RefusalError(
      'FROM requires either one or three arguments',
      'Write FROM image, or FROM image AS stage.',
    );
  }
  if (stageName && !/^[a-z][a-z0-9-_.]*$/.test(stageName.text.toLowerCase())) {
    throw new RefusalError(
      `invalid name for build stage: ${quote(stageName.text)}, name can't start with a number or contain symbols`,
      'Begin with a letter; go on with letters, digits, -, _ and dots.',
    );
  }
  const flags = new FlagValues(base.flags, INSTRUCTION_FLAGS.from);
  return {
    name: 'from',
    image,
    as: as ?? null,
    stageName: stageName ?? null,
    platform: flags.word('platform'),
    ...base,
  };
}

function runFlags(flags: FlagValues) {
  for (const device of flags.words('device')) checkDevice(device.text);
  for (const mount of flags.words('mount')) checkMountSyntax(mount.text);
  const network = flags.word('network')?.text ?? null;
  if (network !== null && network !== 'default' && network !== 'none' && network !== 'host') {
    throw new RefusalError(`invalid network mode ${quote(network)}`, 'Networks are default, none and host.');
  }
  const security = flags.word('security')?.text ?? null;
  if (security !== null && security !== 'insecure' && security !== 'sandbox') {
    throw new RefusalError(`security ${quote(security)} is not valid`, 'Write sandbox or insecure.');
  }
  return { network, security } as const;
}

function checkDevice(value: string): void {
  let name = '';
  for (const field of csvFields(value)) {
    const split = field.indexOf('=');
    const key = (split === -1 ? field : field.slice(0, split)).toLowerCase();
    const setting = split === -1 ? null : field.slice(split + 1);
    if (setting === null) {
      if (key === 'required') continue;
      if (name !== '') throw new RefusalError(`invalid field '${field}' must be a key=value pair`);
      name = field;
    } else if (key === 'name') {
      if (name !== '') throw new RefusalError(`device name already set to ${name}`);
      name = setting;
    } else if (key === 'required') {
      if (goBoolean(setting) === null) throw new RefusalError(`invalid value for ${key}: ${setting}`);
    } else if (name === '') {
      name = field;
    } else {
      throw new RefusalError(`unexpected key '${key}' in '${field}'${didYouMean(key, ['name', 'required'])}`);
    }
  }
}

function transfer(base: Base, name: 'copy' | 'add', words: Word[]): Instruction {
  const keyword = name.toUpperCase();
  const destination = words.at(-1);
  if (!destination || words.length < 2) {
    throw new RefusalError(
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
      `Write ${keyword} source destination.`,
    );
  }
  const flags = new FlagValues(base.flags, INSTRUCTION_FLAGS[name]);
  if (heredocMark(destination.text)) {
    throw new RefusalError(
      `${keyword} cannot accept a heredoc as a destination`,
      'Put the destination last.',
    );
  }
  const sources: Word[] = [];
  const inline: Heredoc[] = [];
  for (const word of words.slice(0, -1)) {
    const mark = heredocMark(word.text);
    const heredoc = mark && base.heredocs.findLast((candidate) => candidate.name === mark.name);
    if (heredoc) inline.push(heredoc);
    else sources.push(word);
  }
  const shared = {
    sources,
    inline,
    destination,
    chown: flags.word('chown'),
    chmod: flags.word('chmod'),
    link: flags.boolean('link') === true,
    excludes: flags.words('exclude'),
    ...base,
  };
  if (name === 'copy') {
    return { name, from: flags.word('from'), parents: flags.boolean('parents') === true, ...shared };
  }
  return {
    name,
    checksum: flags.word('checksum'),
    keepGitDir: flags.boolean('keep-git-dir') === true,
    unpack: flags.boolean('unpack'),
    ...shared,
  };
}

function keyValues(base: Base, escape: string, keyword: string): { list: KeyValue[]; legacy: boolean } {
  const { rest } = base;
  const words = quotedWords(rest, escape);
  const first = words[0];
  if (!first) return { list: [], legacy: false };
  if (!first.text.includes('=')) {
    const gap = /[\t\v\f\r ]+/.exec(rest.text);
    if (!gap) {
      throw new RefusalError(`${keyword} must have two arguments`, `Write ${keyword} ${first.text}=value.`);
    }
    const valueStart = gap.index + gap[0].length;
    const key = { text: rest.text.slice(0, gap.index), range: rest.range(0, gap.index) };
    const value = { text: rest.text.slice(valueStart), range: rest.range(valueStart) };
    return { list: [{ key, value }], legacy: true };
  }
  const list = words.map((word) => {
    const pair = splitPair(rest, word);
    if (!pair) {
      throw new RefusalError(
        `Syntax error - can't find = in ${quote(word.text)}. Must be of the form: name=value`,
        'Put a value that has blanks in quotes.',
      );
    }
    return pair;
  });
  return { list, legacy: false };
}

/** Splits `name=value`; escapes are still in the word, so offsets in it are offsets in the text. */
function splitPair(text: MappedText, word: Word & { start: number }): KeyValue | null {
  const split = word.text.indexOf('=');
  if (split === -1) return null;
  const valueStart = word.start + split + 1;
  return {
    key: { text: word.text.slice(0, split), range: text.range(word.start, word.start + split) },
    value: {
      text: word.text.slice(split + 1),
      range: text.range(valueStart, word.start + word.text.length),
    },
  };
}

function healthcheck(base: Base): () => Instruction {
  const { rest } = base;
  const gap = /\s/.exec(rest.text);
  const typeEnd = gap ? gap.index : rest.text.length;
  const type = rest.text.slice(0, typeEnd).toUpperCase();
  const after = rest.slice(typeEnd + (/^\s*/.exec(rest.text.slice(typeEnd))?.[0].length ?? 0));
  const command = commandLine(after);
  return () => {
    if (rest.text === '') throw atLeastOne('HEALTHCHECK');
    const timing = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
    const empty = command.form === 'exec' ? command.argv.length === 0 : after.text === '';
    if (type === 'NONE') {
      if (!empty) throw new RefusalError('HEALTHCHECK NONE takes no arguments', 'Delete what follows NONE.');
      return { name: 'healthcheck', command: null, ...timing, ...base };
    }
    const flags = new FlagValues(base.flags, INSTRUCTION_FLAGS.healthcheck);
    if (type !== 'CMD') {
      throw new RefusalError(
        `Unknown type ${quote(type)} in HEALTHCHECK (try CMD)`,
        'Write HEALTHCHECK CMD command, or HEALTHCHECK NONE.',
      );
    }
    if (empty)
      throw new RefusalError(
        'Missing command after HEALTHCHECK CMD',
        'Say what to run to see whether it is well.',
      );
    timing.interval = period(flags, 'interval');
    timing.timeout = period(flags, 'timeout');
    timing.startPeriod = period(flags, 'start-period');
    timing.startInterval = period(flags, 'start-interval');
    timing.retries = retries(flags);
    return { name: 'healthcheck', command, ...timing, ...base };
  };
}

function period(flags: FlagValues, name: string): number {
  const value = flags.word(name)?.text ?? '';
  if (value === '') return 0;
  const duration = parseDuration(value);
  if (duration !== 0 && duration < 1e6) {
    throw new RefusalError(
      `Interval "${name}" cannot be less than 1ms`,
      `Give --${name} at least 1ms, or 0 for the default.`,
    );
  }
  return duration;
}

function retries(flags: FlagValues): number {
  const value = flags.word('retries')?.text ?? '';
  if (value === '') return 0;
  const remedy = 'Give --retries a whole number.';
  if (!/^[+-]?\d+$/.test(value)) {
    throw new RefusalError(`strconv.ParseInt: parsing ${quote(value)}: invalid syntax`, remedy);
  }
  const number = Number(value);
  if (number > 2 ** 31 - 1 || number < -(2 ** 31)) {
    throw new RefusalError(`strconv.ParseInt: parsing ${quote(value)}: value out of range`, remedy);
  }
  if (number < 0) throw new RefusalError(`--retries cannot be negative (${number})`, remedy);
  return number;
}

function onbuild(base: Base, escape: string): () => OnbuildInstruction {
  const inner: LogicalLine = {
    text: base.rest,
    startLine: base.startLine,
    endLine: base.endLine,
    comments: [],
    heredocs: base.heredocs,
    openHeredoc: null,
  };
  const trigger = base.rest.text === '' ? null : readInstruction(inner, escape);
  // BuildKit splits the trigger's words now, and looks at their meaning only when it fires.
  if (trigger?.refusal?.phase === 'syntax')
    throw new RefusalError(trigger.refusal.message, trigger.refusal.remedy);
  return () => {
    if (!trigger) throw atLeastOne('ONBUILD');
    noFlags(base.flags);
    const keyword = trigger.keyword.text.toUpperCase();
    if (keyword === 'ONBUILD') throw new RefusalError("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    if (keyword === 'MAINTAINER' || keyword === 'FROM') {
      throw new RefusalError(`${keyword} isn't allowed as an ONBUILD trigger`);
    }
    return { name: 'onbuild', trigger, ...base };
  };
}

function atLeastOne(keyword: string): RefusalError {
  return new RefusalError(
    `${keyword} requires at least one argument`,
    `Say what ${keyword} is for, or delete the line.`,
  );
}

function exactlyOne(keyword: string): RefusalError {
  return new RefusalError(
    `${keyword} requires exactly one argument`,
    `Say what ${keyword} is for, or delete the line.`,
  );
}

function blankNames(keyword: string): RefusalError {
  return new RefusalError(`${keyword} names can not be blank`, 'Put a name before the =.');
}

/** BuildKit adds a hint when the text looks like a Windows path whose backslashes are single. */
function notJson(keyword: string, original: string): RefusalError {
  const lower = original.toLowerCase().replaceAll(`${keyword.toLowerCase()} `, '');
  const looksLikeWindowsPath =
    /"[a-z]:\\/.test(lower) && !lower.includes('\\\\') && lower.includes('[') && lower.includes(']');
  const hint = looksLikeWindowsPath
    ? `. It looks like '${lower}' includes a file path without an escaped back-slash. JSON requires back-slashes to be escaped such as ["c:\\\\path\\\\to\\\\file.exe", "/parameter"]`
    : '';
  return new RefusalError(
    `${keyword} requires the arguments to be in JSON form${hint}`,
    `Write ${keyword} ["program", "argument"].`,
  );
}
