import { lookupUser } from '../image/permissions.ts';
import { missingUser } from '../image/runtime/start.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** Who the container must run as. `nonRoot`: any user but root, by name or by number. */
export type Runner = 'nonRoot' | { name: string } | { uid: number };

/** The container runs as that user, and a user that is named exists in the image. */
export function runsAs(runner: Runner): GoalCheck {
  return onImage((image) => {
    const state = image.end;
    const { user } = state.config;
    const range = lastOf(image, 'user');
    const missing = missingUser(state);
    if (missing)
      return no(
        `${missing.message} Create ${missing.name} in the stage that becomes the image.`,
        missing.range,
      );
    if (user === undefined) return unknown('the base image is not known, nor the user that it sets', range);
    const name = user.split(':')[0] ?? '';
    const { uid } = lookupUser(user === '' ? 'root' : user, state.accounts);
    if (runner !== 'nonRoot' && 'name' in runner) {
      if (name === runner.name) return YES;
      const wanted = state.accounts.users.get(runner.name)?.uid;
      if (uid !== undefined && uid === wanted) return YES;
      return no(`The container runs as ${name === '' ? 'root' : name}, not as ${runner.name}.`, range);
    }
    if (runner !== 'nonRoot') {
      if (uid === undefined) return unknown(`the number of user ${name} is not known`, range);
      return uid === runner.uid ? YES : no(`The container runs as user ${uid}, not as ${runner.uid}.`, range);
    }
    if (uid === 0)
      return no(
        user === ''
          ? 'Nothing sets a user, so the container runs as root.'
          : 'The last USER of this stage is root.',
        range,
      );
    if (uid === undefined && !state.accounts.users.has(name))
      return unknown(`whether the image has a user ${name} is not known`, range);
    return YES;
  });
}
