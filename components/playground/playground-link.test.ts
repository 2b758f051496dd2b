import { describe, expect, it } from 'vitest';
import { exampleFiles, examples } from '@/content/examples';
import { linkedProject, playgroundFragment } from './playground-link';
import { emptyProject } from './project';
import { sample } from './sample';

describe('a link to a project', () => {
  it.each([
    ['the sample', sample],
    ['nothing', emptyProject],
    [
      'every setting',
      {
        files: { 'a b/Dockerfile': 'FROM größe\n', 'compose.yaml': '' },
        sizes: { 'logo:2.png': 5120 },
        whole: true,
        dockerfile: 'a b/Dockerfile',
        context: '',
        target: 'build',
        buildArgs: { VERSION: 'a=b&c', EMPTY: '' },
        compose: ['compose.yaml'],
      },
    ],
    ['no Compose file chosen', { ...sample, compose: [] }],
  ])('carries %s there and back', (_, project) => {
    expect(linkedProject(playgroundFragment(project) ?? '')).toEqual({ is: 'project', project });
  });

  it('is not made where it would be too long', () => {
    const noise = Array.from({ length: 4000 }, (_, at) => ((at * 48_271) % 65_521).toString(36)).join('');
    expect(playgroundFragment({ ...sample, files: { Dockerfile: noise } })).toBeNull();
    const sizes = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`picture-${at}.png`, at]));
    expect(playgroundFragment({ ...sample, sizes })).toBeNull();
  });

  it('is refused with a reason when it is damaged', () => {
    const fragment = playgroundFragment(sample) ?? '';
    expect(linkedProject(fragment.replace(/.{9}&whole/, '&whole'))).toMatchObject({ is: 'refused' });
    expect(linkedProject(fragment.slice(0, 60))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/Your own files/),
    });
    expect(linkedProject(`${fragment}&size=logo.png:many`)).toMatchObject({ is: 'refused' });
  });

  it('may name an example, or nothing', () => {
    expect(linkedProject('#example=go-static')).toEqual({ is: 'example', name: 'go-static' });
    expect(linkedProject('')).toEqual({ is: 'none' });
    expect(linkedProject('#main')).toEqual({ is: 'none' });
  });

  it('is short for the files of an example that matter', () => {
    for (const { name } of examples()) {
      const {
        Dockerfile = '',
        '.dockerignore': ignore = '',
        'compose.prod.yaml': compose = '',
      } = exampleFiles(name);
      const fragment = playgroundFragment({
        ...emptyProject,
        files: { Dockerfile, '.dockerignore': ignore, 'compose.prod.yaml': compose },
      });
      expect(fragment?.length, name).toBeLessThan(6000);
    }
  });
});
