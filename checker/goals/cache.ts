import type { Instruction } from '../dockerfile/types.ts';
import { predict } from '../image/cache/predict.ts';
import type { Build, BuiltStep, RanCommand } from '../image/types.ts';
import type { ContextEntry, Project, Range, Verdict } from '../types.ts';
import type { GoalCheck } from './goal.ts';
import { no, onImage, unknown, YES } from './verdict.ts';

/** Which steps a question is about. */
export type StepRole =
  /** Installs what the app depends on: pip, npm, go mod download, mvn dependency:go-offline and the like. */
  | 'dependency install'
  /** Installs packages of the distribution. */
  | 'system packages'
  | { command: RegExp };

const DEPENDENCY_INSTALL =
  /^(?:(?:python[\d.]*\s+-m\s+)?pip[\d.]*\s+(?:\S+\s+)*?install|uv\s+(?:pip\s+install|sync)|poetry\s+(?:install|sync)|pipenv\s+(?:install|sync)|(?:npm|pnpm)\s+(?:ci|i|install|clean-install|fetch)\b|yarn(?:\s+install|\s*$|\s+--)|bun\s+(?:i|install)\b|go\s+mod\s+(?:download|vendor|tidy)|cargo\s+(?:fetch|chef\s+cook)|(?:\.\/)?mvnw?\s+.*dependency:|(?:\.\/)?gradlew?\s+.*dependencies|bundle\s+install|composer\s+(?:install|update))/;
const SYSTEM_PACKAGES = /^(?:apt-get|apt|apk|dnf|microdnf|yum)\s+(?:\S+\s+)*?(?:install|add)\b/;

/** Programs that run another one, with their options and variables. */
const WRAPPERS =
  /^(?:(?:sudo|env|command|exec|nice|nohup|time|timeout\s+[\d.]+[smhd]?)\s+(?:(?:-\S+|\w+=\S*|\?|\d+)\s+)*)+/;

function pattern(role: StepRole): RegExp {
  if (role === 'dependency install') return DEPENDENCY_INSTALL;
  return role === 'system packages' ? SYSTEM_PACKAGES : role.command;
}

/** What a change of one file of the project is: edited text, or put there anew. */
function edited(project: Project, path: string): Project {
  const before = project.files.get(path);
  const content = before?.kind === 'file' && typeof before.content === 'string' ? before.content : '';
  const entry: ContextEntry = {
    kind: 'file',
    content: `${content}\n# edited\n`,
    ...(before?.kind === 'file' && before.mode !== undefined ? { mode: before.mode } : {}),
  };
  return { ...project, files: new Map(project.files).set(path, entry) };
}

/**
 * After an edit of a file, the steps of this role come from the cache.
 * @param edit - a path of the context, or what makes the edited project of the first.
 */
export function editKeepsCached(edit: string | ((project: Project) => Project), role: StepRole): GoalCheck {
  return onImage((_image, build, { project }): Verdict => {
    const wanted = stepsOf(build, role);
    const what = typeof role === 'string' ? role : String(role.command);
    if (wanted.length === 0) {
      return no(
        typeof role === 'string'
          ? `No step of the image is a ${role}.`
          : `No step of the image runs ${what}.`,
      );
    }
    if (build.failure) return no(`The build fails first: ${build.failure.message}`, build.failure.range);
    const second = typeof edit === 'string' ? edited(project, edit) : edit(project);
    const { second: rerun } = predict(project, second);
    const again = rerun.steps.find(
      (step) =>
        step.instruction !== null &&
        !step.cached &&
        wanted.some(
          (entry) => entry.instruction === step.instruction || sameLine(entry.instruction, step.line),
        ),
    );
    if (!again) return YES;
    const file = typeof edit === 'string' ? `an edit of ${edit}` : 'the edit';
    const range: Range | undefined = wanted.find((entry) => sameLine(entry.instruction, again.line))
      ?.instruction.range;
    return no(`After ${file} this step runs again${again.reason ? `: ${again.reason}` : '.'}`, range);
  });
}

/** After an edit of a file, the steps of this role run again: they depend on it. */
export function editReruns(path: string, role: StepRole): GoalCheck {
  return onImage((_image, build, { project }): Verdict => {
    const wanted = stepsOf(build, role);
    if (wanted.length === 0) return no('No step of the image does that.');
    if (build.failure) return no(`The build fails first: ${build.failure.message}`, build.failure.range);
    const { second } = predict(project, edited(project, path));
    const kept = wanted.find(
      (entry) => !second.steps.some((step) => sameLine(entry.instruction, step.line) && !step.cached),
    );
    return kept
      ? no(
          `After an edit of ${path} this step still comes from the cache, so that it works with what is out of date.`,
          kept.instruction.range,
        )
      : YES;
  });
}

function sameLine(instruction: Instruction, line: number | null): boolean {
  return instruction.startLine === line;
}

/** The steps of needed stages that run a command of this role. */
export function stepsOf(build: Build, role: StepRole): BuiltStep[] {
  return build.needed.flatMap((index) =>
    (build.stages[index]?.steps ?? []).filter((step) => step.ran.some((ran) => hasRole(ran, role))),
  );
}

/** Whether one program that a step calls is what a role is about. */
export function hasRole({ argv }: RanCommand, role: StepRole): boolean {
  const wanted = pattern(role);
  const words = argv.map((word) => word ?? '?').join(' ');
  const command = words.replace(WRAPPERS, '');
  // A program of a virtual environment is called by its path: `/venv/bin/pip install`.
  return wanted.test(command) || wanted.test(command.replace(/^\S*\//, ''));
}

/** Some step of the build does this. */
export function runsStep(role: StepRole): GoalCheck {
  return onImage((_image, build) => {
    if (stepsOf(build, role).length > 0) return YES;
    const open = build.needed.some((index) =>
      build.stages[index]?.steps.some((step) => step.instruction.name === 'run' && step.ran.length === 0),
    );
    return open
      ? unknown('some RUN cannot be read')
      : no(
          typeof role === 'string' ? `No step of the image is a ${role}.` : 'No step of the image does that.',
        );
  });
}
