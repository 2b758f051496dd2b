import { resolvePath } from '../image/paths.ts';
import { containerProcess } from '../image/runtime/process.ts';
import type { BuiltStage } from '../image/types.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** Where the web servers of official images look for files, unless told otherwise. */
const ROOTS: readonly [base: RegExp, root: string, told: RegExp][] = [
  [/^nginx(:|$)/, '/usr/share/nginx/html', /^\/etc\/nginx\//],
  [/^httpd(:|$)/, '/usr/local/apache2/htdocs', /^\/usr\/local\/apache2\/conf\//],
  [/^caddy(:|$)/, '/usr/share/caddy', /^\/etc\/caddy\//],
];

/** The web server of the image finds this file at the root of what it serves. */
export function servesFile(name: string): GoalCheck {
  return onImage((image, build) => {
    const root = webRoot(image, build.stages);
    const range = lastOf(image, 'copy', 'cmd');
    if (root === undefined) return unknown('where the web server looks for files is not known', range);
    const found = image.end.files.lookup(`${root}/${name}`);
    if (found.is === 'present') return YES;
    // What was open before the first step, and still is, was touched by none: at most the server's own page is there.
    const original = bottom(image, build.stages).start.files.lookup(`${root}/${name}`);
    const untouched =
      original.is === 'unknown' && found.is === 'unknown' && original.identity === found.identity;
    return found.is === 'absent' || untouched
      ? no(`The web server looks into ${root}, and nothing puts ${name} there.`, range)
      : unknown(`whether the image has ${found.path} is not known`, range);
  });
}

function webRoot(image: BuiltStage, stages: readonly BuiltStage[]): string | undefined {
  const { cmd, entrypoint, workdir } = image.end.config;
  const argv = (containerProcess(image.end)?.argv ?? []).map((word) => word ?? '');
  const flag = (...names: string[]) => {
    const at = argv.findIndex((word) => names.includes(word.replace(/=.*$/, '')));
    const value = argv[at]?.includes('=') ? argv[at]?.replace(/^.*?=/, '') : argv[at + 1];
    return at === -1 || value === undefined ? undefined : resolvePath(workdir ?? '/', value);
  };
  if (argv.includes('file-server')) return flag('--root', '-r') ?? workdir;
  if (argv.includes('httpd') && argv.includes('-f')) return flag('-h') ?? workdir;
  if (argv.includes('http.server')) return flag('--directory', '-d') ?? workdir;
  const isOwn = cmd?.instruction || entrypoint?.instruction;
  if (isOwn && !/^(nginx|httpd-foreground)$/.test(argv[0] ?? '')) return undefined;
  const { base } = bottom(image, stages);
  const reference = base.kind === 'image' ? base.reference.replace(/^(docker\.io\/)?(library\/)?/, '') : '';
  const server = ROOTS.find(([pattern]) => pattern.test(reference));
  if (!server) return undefined;
  const [, root, told] = server;
  // A configuration of one's own may name another place.
  const own = image.steps.some((step) => step.copied.some(({ destination }) => told.test(destination)));
  if (!own) return root;
  return reference.startsWith('nginx') ? nginxRoot(image) : undefined;
}

/** The one folder that nginx's configuration names, where all of the configuration that is the file's own names one. */
function nginxRoot({ end: { files } }: BuiltStage): string | undefined {
  const texts = ['/etc/nginx/nginx.conf', '/etc/nginx/conf.d/default.conf'].flatMap((path) => {
    const found = files.lookup(path);
    return found.is === 'present' && found.node.kind === 'file' && found.node.content.is === 'text'
      ? [found.node.content.text]
      : [];
  });
  const named = texts.flatMap((text) => [...text.matchAll(/^\s*(root|alias|include)\s+([^;]+);/gm)]);
  const roots = new Set(named.filter(([, directive]) => directive === 'root').map(([, , path]) => path));
  // Another file may hold another server, and an alias serves a part of the addresses from elsewhere.
  const open = named.some(
    ([, directive, path]) =>
      directive === 'alias' || (directive === 'include' && path !== '/etc/nginx/mime.types'),
  );
  const [only] = roots;
  return roots.size === 1 && !open && only?.startsWith('/') ? only.replace(/\/+$/, '') : undefined;
}

/** The stage that an image goes back to through other stages, which stands on an image of its own. */
function bottom(image: BuiltStage, stages: readonly BuiltStage[]): BuiltStage {
  const below = image.base.kind === 'stage' ? stages[image.base.stage] : undefined;
  return below ? bottom(below, stages) : image;
}
