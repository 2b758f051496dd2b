import { LONGEST_LINK, sharedFiles, shareFragment } from '../share/share-link';
import { emptyProject, type OwnProject, projectFrom } from './project';

/*
 * A project in the fragment of the playground's address: the files as exercises carry them, packed against nothing,
 * and beside them in plain words what the build is told:
 * `#files=1.…&whole&dockerfile=docker/Dockerfile&context=&target=build&arg=VERSION=3&compose=a.yaml&size=logo.png:5120`
 */

export type Linked =
  | { is: 'none' }
  | { is: 'example'; name: string }
  | { is: 'project'; project: OwnProject }
  | { is: 'refused'; why: string };

/** @returns the fragment, `#` included; null when it would be longer than a link can be. */
export function playgroundFragment(project: OwnProject): string | null {
  const files = shareFragment(project.files, {});
  if (files === null) return null;
  const told = new URLSearchParams();
  if (project.whole) told.append('whole', '');
  if (project.dockerfile !== null) told.append('dockerfile', project.dockerfile);
  if (project.context !== null) told.append('context', project.context);
  if (project.target !== '') told.append('target', project.target);
  for (const [name, value] of Object.entries(project.buildArgs)) told.append('arg', `${name}=${value}`);
  for (const path of project.compose ?? []) told.append('compose', path);
  if (project.compose?.length === 0) told.append('compose', '');
  for (const [path, size] of Object.entries(project.sizes)) told.append('size', `${path}:${size}`);
  const fragment = told.size > 0 ? `${files}&${told}` : files;
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/** What the playground's address asks for. */
export function linkedProject(fragment: string): Linked {
  const told = new URLSearchParams(fragment.replace(/^#/, ''));
  const example = told.get('example');
  if (example !== null) return { is: 'example', name: example };
  const shared = sharedFiles(fragment, [{}]);
  if (shared.is !== 'files') return shared;
  const compose = told.getAll('compose');
  const project = projectFrom({
    ...emptyProject,
    files: shared.files,
    whole: told.has('whole'),
    dockerfile: told.get('dockerfile'),
    context: told.get('context'),
    target: told.get('target') ?? '',
    buildArgs: Object.fromEntries(told.getAll('arg').map((each) => splitAt(each, each.indexOf('=')))),
    compose: compose.length > 0 ? compose.filter(Boolean) : null,
    sizes: Object.fromEntries(
      told
        .getAll('size')
        .map((each) => splitAt(each, each.lastIndexOf(':')))
        .map(([path, size]) => [path, Number(size)]),
    ),
  });
  if (project) return { is: 'project', project };
  return {
    is: 'refused',
    why: 'This link cannot be opened: a part of it makes no sense. Your own files are as you left them.',
  };
}

const splitAt = (text: string, at: number): [string, string] =>
  at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
