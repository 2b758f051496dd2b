import type { Goal } from '@/checker/goals/goal.ts';
import { judgeProject } from '@/checker/judge.ts';
import type { Diagnostic, Project } from '@/checker/types.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { exerciseProject } from '@/content/exercise-setup';
import { ownProjects } from '../playground/check-project';
import type { CheckReply, CheckRequest, Verdict } from './checker-messages';

/** Runs the checker beside the page, so that typing never waits for it. */
addEventListener('message', async ({ data: request }: MessageEvent<CheckRequest>) => {
  const { id } = request;
  try {
    const { goals, setup } = await askedOf(request);
    reply({ id, is: 'started' });
    if (request.own) {
      const { build, compose, inside, placed } = ownProjects(request.files, request.own);
      const edited = request.edited && inside(request.edited);
      reply({ id, is: 'verdict', verdict: await judge(build, compose, [], edited, placed) });
    } else {
      const project = exerciseProject(request.files, request.editable, setup);
      reply({ id, is: 'verdict', verdict: await judge(project, project, goals, request.edited) });
    }
  } catch (error) {
    reply({
      id,
      is: 'crash',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

interface Asked {
  goals: readonly Goal[];
  setup?: ExerciseSetup;
}

async function askedOf({ exercise, setup }: CheckRequest): Promise<Asked> {
  return exercise === null ? { goals: [], setup } : await import(`@/content/exercises/${exercise}/goals.ts`);
}

/**
 * @param project - what the Dockerfile builds.
 * @param composed - what Compose sees; another one where the build has a part of it as its context.
 * @param placed - gives what is said of the build its place in the whole.
 */
async function judge(
  project: Project,
  composed: Project,
  goals: readonly Goal[],
  edited: string | null,
  placed = (diagnostic: Diagnostic) => diagnostic,
): Promise<Verdict> {
  const { composeReport, compose } = await judgeCompose(composed);
  const judged = judgeProject(project, composeReport, { goals });
  const ofCompose = new Set(composeReport?.diagnostics);
  const report = {
    ...judged,
    diagnostics: judged.diagnostics.map((each) => (ofCompose.has(each) ? each : placed(each))),
  };
  if (project.dockerfile === undefined || report.refusal)
    return { report, build: null, rebuild: null, accounts: null, compose };
  // Apart from the rules, so that the first verdict does not wait for it.
  const [{ buildView, rebuildView }, { accountsView }] = await Promise.all([
    import('@/checker/image/view.ts'),
    import('@/checker/image/accounts-view.ts'),
  ]);
  return {
    report,
    build: buildView(project),
    rebuild: rebuildView(project, edited || null),
    accounts: accountsView(project),
    compose,
  };
}

/** Loads what reads Compose files only where there are some. */
async function judgeCompose(project: Project) {
  if (!project.compose?.length) return { composeReport: null, compose: null };
  const [{ checkCompose }, { composeView }] = await Promise.all([
    import('@/checker/compose/check.ts'),
    import('@/checker/compose/view.ts'),
  ]);
  const composeReport = checkCompose(project);
  return { composeReport, compose: composeReport?.project ? composeView(composeReport.project) : null };
}

const reply = (message: CheckReply) => postMessage(message);
