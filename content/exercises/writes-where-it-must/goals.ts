import {
  all,
  type Goal,
  type GoalCheck,
  listensOn,
  readOnlyFor,
  runsAs,
  starts,
  writesTo,
  YES,
} from '@/checker/goals/index.ts';
import { ownsNot } from '@/checker/goals/owner.ts';
import { WHY } from '@/content/why.ts';

export const goals: readonly Goal[] = [
  {
    id: 'serves',
    sentence: 'The container starts and answers on port 8000.',
    hint: 'If the user is a name, a step must have made that account before USER names it.',
    why: WHY.serves,
    check: all(starts(), listensOn(8000)),
  },
  {
    id: 'not-root',
    sentence: 'The service does not run as root.',
    hint: 'root may write everywhere, which is why the fault is gone then, and the protection with it. Look at the last USER.',
    why: WHY.notRoot,
    check: runsAs('nonRoot'),
  },
  {
    id: 'writes-uploads',
    sentence: 'The service can write to /app/uploads.',
    hint: 'Does the directory exist in the image, and who owns it? WORKDIR and COPY make what they make for root.',
    why: 'A service that is not root fails at its first write where everything belongs to root.',
    check: writesTo('/app/uploads'),
  },
  {
    id: 'code-stays-as-it-is',
    sentence: 'The service can neither change nor replace main.py.',
    hint: 'Two things allow a change: to own or write the file, and to write the directory in which it lies. Give away less.',
    why: 'Whoever breaks into the service could otherwise make its code the attacker’s own, for every later request.',
    check: all(ownsNot('main.py'), readOnlyFor('/app'), unlessUnknown(readOnlyFor('main.py'))),
  },
];

/** The file has whatever mode it has on the machine that builds; only what the Dockerfile makes of it counts. */
function unlessUnknown(check: GoalCheck): GoalCheck {
  return (facts) => {
    const verdict = check(facts);
    return verdict.is === 'unknown' ? YES : verdict;
  };
}
