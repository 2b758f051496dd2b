import { quote } from '../../dockerfile/refusal.ts';
import type { Dockerfile } from '../../dockerfile/types.ts';
import { select } from '../context/select.ts';
import { cleanPath, parentOf } from '../paths.ts';
import type { Build, BuiltStep, Failure, FileTree } from '../types.ts';
import { certainFailure } from './exit-status.ts';
import { requiredSecrets } from './run-plan.ts';
import type { StepVertex } from './vertex.ts';

/**
 * Why steps fail when they are carried out, in BuildKit's words: what the virtual build foresees of commands, and
 * what the file system forbids. A missing source is not among them: that shows when the key is computed.
 */
export class StepFailures {
  private readonly steps = new Map<string, BuiltStep>();

  /** @param secrets - null where it is not known which ones the build is given. */
  constructor(
    private readonly dockerfile: Dockerfile,
    build: Build,
    private readonly secrets: Readonly<Record<string, string>> | null,
  ) {
    for (const { index, steps } of build.stages) {
      for (const step of steps) this.steps.set(stepKey(index, step.instruction.startLine), step);
    }
  }

  /** @returns null for a step that does not fail, or of which nothing is known. */
  of(vertex: StepVertex): string | null {
    const step = this.steps.get(stepKey(vertex.stage, vertex.instruction.startLine));
    if (vertex.kind !== 'run') return step ? fileFailure(vertex, step.before.files) : null;
    const missing = this.secretFailure(vertex);
    if (missing !== null || !step) return missing;
    if (step.failure) return commandFailure(vertex, step.failure);
    const status = certainFailure(this.dockerfile, step);
    return status === null
      ? null
      : `process ${quote(vertex.process ?? '')} ${NOT_COMPLETED}exit code: ${status}`;
  }

  private secretFailure({ instruction }: StepVertex): string | null {
    const { secrets } = this;
    if (instruction.name !== 'run' || !secrets) return null;
    const id = requiredSecrets(instruction).find((wanted) => !Object.hasOwn(secrets, wanted));
    return id === undefined ? null : `secret ${id}: not found`;
  }
}

function stepKey(stage: number, line: number): string {
  return `${stage} ${line}`;
}

const NOT_COMPLETED = 'did not complete successfully: ';

function exited(process: string | null, code: number): string {
  return `process ${quote(process ?? '')} ${NOT_COMPLETED}exit code: ${code}`;
}

function commandFailure({ process, instruction }: StepVertex, { message, kind }: Failure): string {
  const isExec = instruction.name === 'run' && instruction.command.form === 'exec';
  // When it is the runtime that does not find the program, or the shell itself, it always says 1.
  if (kind === 'no-shell' || (kind === 'missing-command' && isExec)) return exited(process, 1);
  const at = message.lastIndexOf(NOT_COMPLETED);
  return at === -1 ? message : `process ${quote(process ?? '')} ${message.slice(at)}`;
}

function fileFailure(vertex: StepVertex, files: FileTree): string | null {
  if (vertex.kind === 'merge') return null;
  const { path, destination = '' } = vertex.parts;
  if (!isFree(vertex)) return 'invalid user index: -1';
  if (path !== undefined) return directoryFailure(files, path);
  const target = files.lookup(cleanPath(destination));
  if (target.is !== 'present' || target.node.kind === 'dir' || target.node.kind === 'unknown') return null;
  return bringsDirectory(vertex) ? 'cannot copy to non-directory: <state>' : null;
}

/** Whether the owner can be looked up: a name needs a file system below, which FROM scratch and `--link` lack. */
function isFree({ inputs, parts }: StepVertex): boolean {
  if (inputs.some(({ reads }) => reads === null)) return true;
  const owner = parts.chown ?? parts.user ?? '';
  return owner.split(':').every((part) => /^\d*$/.test(part));
}

/** What no image with a file system goes without. */
const ALWAYS_FILES = new Set(['/etc/passwd', '/etc/group']);

/** WORKDIR makes the directory and all above it. */
function directoryFailure(files: FileTree, path: string): string | null {
  for (let above = parentOf(path); above !== '/'; above = parentOf(above)) {
    const found = files.lookup(above);
    const isFile = found.is === 'present' ? found.node.kind === 'file' : ALWAYS_FILES.has(above);
    if (isFile && found.is !== 'absent') return `lstat ${path}: not a directory`;
  }
  const there = files.lookup(path);
  return there.is === 'present' && there.node.kind === 'file' ? `mkdir ${path}: not a directory` : null;
}

function bringsDirectory({ inputs }: StepVertex): boolean {
  return inputs.some(({ reads }) =>
    reads?.selectors.some((selector) => {
      const selection = select(reads.tree, selector);
      return selection.is === 'found' && selection.paths.some(({ node }) => node.kind === 'dir');
    }),
  );
}
