import { builtOf, processOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const signalsNotForwardedPage: RulePage = {
  title: 'Let SIGTERM reach the application',
  why: 'docker stop sends SIGTERM to process 1 only, waits ten seconds and then kills everything. A start script as process 1 keeps the signal to itself. A package runner passes it to a shell of its own, which ends and leaves the application to be killed. Either way requests are cut off, and often every deployment takes the ten seconds.',
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
    const process = processOf(image);
    if (!process?.range || process.chain[0]?.kind === 'init') return;
    const { entrypoint, cmd } = image.end.config;
    const command = entrypoint?.instruction ? entrypoint : cmd;
    const between = process.chain.find(({ stays }) => stays === true);
    const program = between?.argv[0]?.replace(/^.*\//, '');
    if (between?.kind === 'runner' && command?.instruction) {
      yield {
        range: process.range,
        message: `${program} becomes process 1 and starts the application through a shell, which does not pass SIGTERM on. Start the application itself, such as ["node", "server.js"].`,
      };
      return;
    }
    const inFile = between?.kind === 'shell' && between.traps.length === 0 && !between.argv.includes('-c');
    if (inFile && command?.instruction && command.form === 'exec') {
      const script = between.argv.find((word) => word?.includes('/') || word?.endsWith('.sh')) ?? program;
      yield {
        range: command.instruction.range,
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
