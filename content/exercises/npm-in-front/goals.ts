import { all, type Goal, listensOn, no, onImage, starts, unknown, YES } from '@/checker/goals/index.ts';
import { stopsGracefully } from '@/checker/goals/life.ts';
import { containerProcess } from '@/checker/image/runtime/process.ts';

const OPTION = '--enable-source-maps';

const hasSourceMaps = onImage((image) => {
  const process = containerProcess(image.end);
  if (!process || process.argv.includes(undefined)) return unknown('what is started is not known');
  const given =
    process.chain.some(({ argv }) => argv.some((word) => word?.includes(OPTION))) ||
    image.end.config.env.get('NODE_OPTIONS')?.includes(OPTION);
  return given ? YES : no(`Node is started without \`${OPTION}\`.`, process.range ?? undefined);
});

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000.',
    hint: 'Without npm nothing looks into package.json. Does your command name the file to run?',
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'source-maps',
    sentence: 'Source maps are switched on.',
    hint: 'Look into package.json at what npm start really runs. Is any word of it missing from your command?',
    check: hasSourceMaps,
  },
  {
    id: 'stops',
    sentence: 'docker stop lets the service finish its orders.',
    hint: 'Count the processes that stand between Docker and the service. Which of them pass a signal on, and wait?',
    check: stopsGracefully(),
  },
];
