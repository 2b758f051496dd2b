import { resolvePath } from '../image/paths.ts';
import { lookupUser } from '../image/permissions.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/**
 * The user that the container runs as does not own this path, and is not root, so that it cannot give itself
 * the right to change it.
 */
export function ownsNot(path: string): GoalCheck {
  return onImage((image) => {
    const { config, accounts, files } = image.end;
    const at = resolvePath(config.workdir ?? '/', path);
    const range = lastOf(image, 'copy', 'run', 'user');
    const found = files.lookup(at);
    if (found.is === 'absent') return no(`The image has no ${at}.`, range);
    if (config.user === undefined || found.is === 'unknown')
      return unknown(`who owns ${at} is not known`, range);
    const { uid } = lookupUser(config.user === '' ? 'root' : config.user, accounts);
    const owner = found.node.uid;
    if (uid === undefined || owner === undefined) return unknown(`who owns ${at} is not known`, range);
    if (uid === 0) return no(`The container runs as root, who may change ${at}.`, range);
    return uid === owner
      ? no(`The user that the container runs as owns ${at}, and may change it.`, range)
      : YES;
  });
}
