import { parseReference } from '../dockerfile/reference.ts';
import { builtOf, processOf } from './built.ts';
import { placed } from './place.ts';
import type { Rule, RuleContext, RulePage } from './rule.ts';

/** Images whose own start begins as root and hands the work to another user. */
const STEPS_DOWN = new Set([
  'postgres',
  'mysql',
  'mariadb',
  'redis',
  'memcached',
  'nginx',
  'httpd',
  'rabbitmq',
]);

/** Programs that begin as root and do their work as another user, or for others. */
const STEPPING_DOWN = new Set([
  ...['nginx', 'apache2', 'apache2-foreground', 'apache2ctl', 'apachectl', 'httpd', 'httpd-foreground'],
  ...['php-fpm', 'haproxy', 'cron', 'crond', 'sshd', 'dovecot', 'postfix'],
]);

/** Whether the image that is built is known to run as root only because nobody said otherwise. */
export function isRootByDefault(context: RuleContext): boolean {
  const { image, stages } = builtOf(context);
  const { user, userFrom } = image?.end.config ?? {};
  if (!image || userFrom || (user !== '' && user !== 'root' && user !== '0')) return false;
  let bottom = image;
  while (bottom.base.kind === 'stage') {
    const below = stages[bottom.base.stage];
    if (!below) return false;
    bottom = below;
  }
  const program = processOf(image)?.argv[0];
  if (program !== undefined && STEPPING_DOWN.has(program.slice(program.lastIndexOf('/') + 1))) return false;
  if (bottom.base.kind === 'scratch') return true;
  if (bottom.base.kind !== 'image' || !bottom.base.known) return false;
  return !STEPS_DOWN.has(parseReference(bottom.base.reference).path.replace(/^library\//, ''));
}

export const rootByDefaultPage: RulePage = {
  title: 'Run as a user other than root',
  why: 'Where neither the Dockerfile nor its base image names a user, the container runs as root: whoever breaks into the application owns everything in it, and has a shorter way out.',
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
};

export const rootByDefault: Rule = {
  name: 'root-by-default',
  severity: 'warning',
  refs: ['trivy:DS-0002'],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image || !isRootByDefault(context)) return;
    const anyUser = placed(context.dockerfile).some(({ instruction }) => instruction.name === 'user');
    yield {
      range: image.from.image.range,
      message:
        'The container runs as root, because neither this file nor the base image names another user. Create one, or take one that the image has, and switch to it with USER.',
      refs: anyUser ? [] : this.refs,
    };
  },
};
