import { all, type Goal, listensOn, starts } from '@/checker/goals/index.ts';
import { handsOverTo, runsBefore, stopsGracefully } from '@/checker/goals/life.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 3000.',
    hint: 'The script starts what it is called with. With what does Docker call it when nobody says anything?',
    check: all(starts(), listensOn(3000)),
  },
  {
    id: 'migrates',
    sentence: 'migrate.js runs before the service.',
    hint: 'Is the script still the entry, and does it still run the migration, above the line at which it hands over?',
    check: runsBefore('node', 'migrate.js'),
  },
  {
    id: 'takes-a-command',
    sentence: 'docker run shop node report.js runs the report in place of the service.',
    hint: 'The words after the image take the place of CMD, and come to the entry as its arguments. How does a shell script name all of its arguments?',
    check: handsOverTo('node', 'report.js'),
  },
  {
    id: 'stops',
    sentence: 'docker stop lets the service finish its orders.',
    hint: 'A script waits in front of what it starts, unless one word tells the shell to become it.',
    check: stopsGracefully(),
  },
];
