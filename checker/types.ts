/**
 * The contracts that every part of the checker shares, and that the site, the
 * command line and the tests see. Nothing here knows who shows the result.
 */

/** A place in a file: 1-based lines and columns (UTF-16 units), end exclusive. */
export interface Range {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/** `error`: the build or the container fails. `warning`: a practice that costs. `info`: taste. */
export type Severity = 'error' | 'warning' | 'info';

/** One replacement in a file; edits of one fix never overlap. */
export interface TextEdit {
  file: string;
  range: Range;
  text: string;
}

/** Edits that, applied together, remove the diagnostic and leave a file that still parses. */
export interface Fix {
  /** What the fix does, as an imperative sentence: `Write the command as a JSON array`. */
  title: string;
  edits: TextEdit[];
}

/** What a rule has to say about one place of one file. */
export interface Diagnostic {
  /** Kebab-case name of our rule. */
  rule: string;
  severity: Severity;
  /** What goes wrong for the user, and what to do about it. */
  message: string;
  /** Path of the file in its project. */
  file: string;
  range: Range;
  fix?: Fix;
  /** Twins in other tools: `buildkit:JSONArgsRecommended`, `hadolint:DL3025`, `trivy:DS-0002`. */
  refs: readonly string[];
  /** Where the value stands in a structured file: `services.web.ports[0]`. */
  path?: string;
}

/** Yes, no (with the place to blame), or not known. What is not known is never reported as wrong. */
export type Verdict =
  | { is: 'yes' }
  | { is: 'no'; because: string; file?: string; range?: Range }
  | { is: 'unknown'; because: string; file?: string; range?: Range };

/** `error` is the checker's own failure: a crash must never read as a wrong answer. */
export interface GoalResult {
  id: string;
  status: 'pass' | 'fail' | 'error';
  message: string;
  file?: string;
  range?: Range;
}

/** What lies at one path of the build context. An absent `content` or `size` is not known. */
export type ContextEntry =
  | { kind: 'file'; content?: string | Uint8Array; size?: number; mode?: number; mtime?: number }
  | { kind: 'dir'; mode?: number; mtime?: number }
  | { kind: 'symlink'; target: string; mtime?: number };

/** What one build runs on: everything that `docker build` would be given. */
export interface Project {
  /** Files by POSIX path relative to the context's root, without a leading `./` or `/`. */
  files: ReadonlyMap<string, ContextEntry>;
  /**
   * Whether `files` is the whole context. When false only the Dockerfile (and perhaps `.dockerignore`)
   * is known, and nothing may be claimed about what COPY finds.
   */
  contextKnown: boolean;
  /** Path of the Dockerfile to judge, if there is one. */
  dockerfile?: string;
  /** Paths of Compose files in merge order. */
  compose?: readonly string[];
  buildArgs?: Readonly<Record<string, string>>;
  target?: string;
  secrets?: Readonly<Record<string, string>>;
  /** What this project's own commands leave behind, as its author declares it (`npm run build` -> `dist/`). */
  outcomes?: readonly DeclaredOutcome[];
}

/** Files that a command of the project's own creates, so that the virtual build need not guess. */
export interface DeclaredOutcome {
  /** The command as its leading words: `npm run build`. */
  command: string;
  /** Paths relative to the working directory, with sizes in bytes where known. */
  creates: readonly { path: string; size?: number; kind?: 'file' | 'dir'; content?: string; mode?: number }[];
  /** Paths that must be there, or the command fails (a build script needs its sources and its dev dependencies). */
  needs?: readonly string[];
}
