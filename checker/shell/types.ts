import type { Range } from '../types.ts';

/**
 * Who reads a script: a POSIX-like shell, nobody (`exec` form: the words are the program and its arguments),
 * a Windows shell, or an interpreter that we do not read.
 */
export type Dialect = 'sh' | 'exec' | 'powershell' | 'cmd' | 'other';

/** A shell script of a RUN, CMD, ENTRYPOINT, HEALTHCHECK or heredoc, flattened to the commands that it runs. */
export interface ShellScript {
  dialect: Dialect;
  /**
   * Every simple command in source order, those in subshells, conditions, loops and substitutions too.
   * Empty for the dialects that we do not read: nothing is guessed about PowerShell, cmd or Python.
   */
  commands: ShellCommand[];
  /** What the shell would object to. */
  errors: { message: string; range: Range }[];
}

/** How a command is reached; anything but `always` may or may not run, even when nothing before it fails. */
export type Reached = 'always' | 'conditional';

export interface ShellCommand {
  /** The program, null for a bare assignment or redirection. */
  name: ShellWord | null;
  args: ShellWord[];
  /** `A=1 B=2` in front of the program, or alone. */
  assignments: { name: string; value: ShellWord | null; range: Range }[];
  /** Set where there is no program because the redirects are those of a group, a loop or a condition before it. */
  compound?: true;
  redirects: { operator: string; fd: number | null; target: ShellWord | null; range: Range }[];
  /** What stands between the command before it in the same list and this one; null for the first. */
  after: '&&' | '||' | ';' | '|' | '&' | '\n' | null;
  reached: Reached;
  /** Commands of one pipeline share a number; in order within it. */
  pipeline: number;
  /** The innermost construct around it. */
  within: 'list' | 'subshell' | 'if' | 'loop' | 'case' | 'function' | 'substitution';
  range: Range;
}

export interface ShellWord {
  /** Quotes removed; expansions stand as typed. */
  text: string;
  /** As typed. */
  raw: string;
  /** No variable, substitution or glob in it: `text` is what the program gets. */
  literal: boolean;
  range: Range;
}
