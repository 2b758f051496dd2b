import type { BuiltStep } from '../image/types.ts';

const MANIFESTS: readonly (readonly [program: RegExp, files: string])[] = [
  [/^(npm|npx)$/, 'package.json and package-lock.json'],
  [/^yarn/, 'package.json and yarn.lock'],
  [/^pnpm$/, 'package.json and pnpm-lock.yaml'],
  [/^bun$/, 'package.json and bun.lock'],
  [/^uv$/, 'pyproject.toml and uv.lock'],
  [/^poetry$/, 'pyproject.toml and poetry.lock'],
  [/^pipenv$/, 'Pipfile and Pipfile.lock'],
  [/^(pip|python)/, 'the requirements file'],
  [/^go$/, 'go.mod and go.sum'],
  [/^cargo$/, 'Cargo.toml and Cargo.lock'],
  [/^bundle$/, 'Gemfile and Gemfile.lock'],
  [/^composer$/, 'composer.json and composer.lock'],
  [/mvnw?$/, 'pom.xml'],
  [/gradlew?$/, 'the build scripts'],
];

/** The files that an install step reads, in words. */
export function manifestsOf({ ran }: BuiltStep): string {
  for (const { argv } of ran) {
    const program = argv[0]?.replace(/^.*\//, '') ?? '';
    const entry = MANIFESTS.find(([pattern]) => pattern.test(program));
    if (entry) return entry[1];
  }
  return 'the files that it reads';
}
