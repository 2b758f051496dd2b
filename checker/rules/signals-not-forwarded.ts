import type { StageState } from '../image/types.ts';
import { builtOf, processOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

const RUNNERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'npx']);

/** A start script that was copied in, whose text is known and which never hands over with `exec`. */
function keepsProcess(state: StageState, script: string): boolean {
  const found = state.files.lookup(
    script.startsWith('/') ? script : `${state.config.workdir ?? ''}/${script}`,
  );
  if (found.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text') return false;
  const { text } = found.node.content;
  return /^#!.*\b(?:ba|da|a)?sh\b/.test(text) && !/^\s*exec\s|[;&|]\s*exec\s|\btrap\b/m.test(text);
}

export const signalsNotForwardedPage: RulePage = {
  title: 'Let SIGTERM reach the application',
  why: 'docker stop sends SIGTERM to process 1 only, waits ten seconds and then kills everything. A package runner or a start script as process 1 does not pass the signal on, so every stop and every deployment takes the ten seconds and cuts off requests.',
  sources: [
    'https://docs.docker.com/reference/cli/docker/container/stop/',
    'https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#cmd',
  ],
};

export const signalsNotForwarded: Rule = {
  name: 'signals-not-forwarded',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image) return;
    const process = processOf(context, image);
    if (!process?.range || process.pid1 === 'init') return;
    const program = process.argv[0]?.replace(/^.*\//, '');
    const { entrypoint, cmd } = image.end.config;
    const command = entrypoint?.instruction ? entrypoint : cmd;
    if (program !== undefined && RUNNERS.has(program) && command?.instruction) {
      yield {
        range: process.range,
        message: `${program} becomes process 1 and starts the application through a shell, which does not pass SIGTERM on. Start the application itself, such as ["node", "server.js"].`,
      };
      return;
    }
    const script =
      entrypoint?.instruction && entrypoint.form === 'exec'
        ? entrypoint.argv.find((word) => /\.sh$/.test(word))
        : undefined;
    if (script !== undefined && entrypoint?.instruction && keepsProcess(image.end, script)) {
      yield {
        range: entrypoint.instruction.range,
        message: `${script} stays process 1 and does not pass SIGTERM on. End it with exec "$@".`,
      };
      return;
    }
    // The shell form as such is judged by another rule; this is sh -c written out.
    if (process.pid1 === 'shell' && command?.form === 'exec' && process.script.length > 1) {
      yield {
        range: process.range,
        message:
          'The shell stays process 1 and does not pass SIGTERM on. Put exec in front of the last command.',
      };
    }
  },
};
