import type { CommandLine, Instruction, Word } from '../dockerfile/types.ts';
import type { Healthcheck, ImageCommand, Known, PortSpec } from './types.ts';

/** The ports that a word of EXPOSE names: one, or a range. */
export function portsOf(word: Word, text: Known<string>): PortSpec[] {
  return (text ?? '').split(/\s+/).flatMap((each): PortSpec[] => {
    const read = /^(?:\d*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(each);
    if (!read) return [];
    const first = Number(read[1]);
    const last = Math.min(read[2] ? Number(read[2]) : first, first + 100);
    const protocol = (read[3]?.toLowerCase() ?? 'tcp') as PortSpec['protocol'];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
      port: first + at,
      protocol,
      range: word.range,
    }));
  });
}

/** What CMD, ENTRYPOINT or HEALTHCHECK runs; null for an empty list. */
export function commandOf(
  line: CommandLine,
  instruction: Instruction,
  stage: number,
  shell: readonly string[],
): ImageCommand | null {
  if (line.form === 'exec') {
    return line.argv.length === 0
      ? null
      : { argv: line.argv.map((word) => word.text), form: 'exec', instruction, stage };
  }
  return {
    argv: [...shell, line.script.text],
    form: 'shell',
    instruction,
    stage,
  };
}

/** What HEALTHCHECK says, with its times. */
export function healthcheckOf(
  instruction: Extract<Instruction, { name: 'healthcheck' }>,
  stage: number,
  shell: readonly string[],
): Healthcheck | 'none' {
  if (instruction.command === null) return 'none';
  const command = commandOf(instruction.command, instruction, stage, shell);
  if (command === null) return 'none';
  const { interval, timeout, startPeriod, startInterval, retries } = instruction;
  return { command, interval, timeout, startPeriod, startInterval, retries };
}
