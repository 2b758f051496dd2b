import { existsSync, readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { course } from './course';
import { exerciseIds, lessonText } from './library';
import { rulePages } from './rules';

/*
 * docs/post-coverage.md says where each claim of the post is taught. A row that points to nothing, or a lesson or an
 * exercise that no row names, is named here with its line.
 */

const page = 'docs/post-coverage.md';

interface Row {
  line: number;
  says: string;
  lessons: { slug: string; anchor: string }[];
  exercises: string[];
  rules: string[];
}

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);

/** The rows of the tables, without their heads. */
const rows: Row[] = readFileSync(page, 'utf8')
  .split('\n')
  .flatMap((text, at) => {
    if (!text.startsWith('| ') || /^\| (---|The post) /.test(text)) return [];
    const [says = '', lessons = '', exercises = '', rules = ''] = text.slice(2, -2).split(' | ');
    const links = [...lessons.matchAll(/\]\(\.\.\/content\/lessons\/([\w-]+)\.mdx#([^)]+)\)/g)];
    return [
      {
        line: at + 1,
        says,
        lessons: links.map(([, slug = '', anchor = '']) => ({ slug, anchor })),
        exercises: named(exercises),
        rules: named(rules),
      },
    ];
  });

/** Ids of a lesson's headings, as the page that is built from it has them. */
function anchors(slug: string): Set<string> {
  const slugger = new GithubSlugger();
  const prose = lessonText(slug).replace(/^( *)```[\s\S]*?^\1```/gm, '');
  return new Set([...prose.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) => slugger.slug(title)));
}

const known = {
  anchors: new Map<string, Set<string>>(course.map((slug) => [slug, anchors(slug)])),
  exercises: new Set(exerciseIds()),
  rules: new Set(rulePages().map(({ name }) => name)),
};

/** What a row names that is not there. */
function faults({ line, says, lessons, exercises, rules }: Row): string[] {
  return [
    ...(lessons.length === 0 ? [`no lesson teaches: ${says}`] : []),
    ...lessons
      .filter(({ slug, anchor }) => !known.anchors.get(slug)?.has(anchor))
      .map(({ slug, anchor }) => `the lesson "${slug}" has no heading "${anchor}"`),
    ...exercises.filter((id) => !known.exercises.has(id)).map((id) => `there is no exercise "${id}"`),
    ...rules.filter((name) => !known.rules.has(name)).map((name) => `there is no rule "${name}"`),
  ].map((fault) => `${page}:${line}: ${fault}`);
}

test('every row leads to headings, exercises and rules that exist', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.flatMap(faults)).toEqual([]);
});

test('a row that leads to nothing is told with its line', () => {
  const row = {
    line: 7,
    says: 'x',
    lessons: [{ slug: 'capstone', anchor: 'no' }],
    exercises: ['no'],
    rules: ['no'],
  };
  expect(faults(row)).toEqual([
    `${page}:7: the lesson "capstone" has no heading "no"`,
    `${page}:7: there is no exercise "no"`,
    `${page}:7: there is no rule "no"`,
  ]);
  expect(faults({ ...row, lessons: [], exercises: [], rules: [] })).toEqual([
    `${page}:7: no lesson teaches: x`,
  ]);
});

test('every lesson and every exercise of the course teaches something that the post says', () => {
  const taught = new Set(rows.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)));
  const done = new Set(rows.flatMap(({ exercises }) => exercises));
  expect(course.filter((slug) => !taught.has(slug))).toEqual([]);
  expect(exerciseIds().filter((id) => !done.has(id))).toEqual([]);
});

test('every other link of the page leads to a file', () => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(\.\.\/([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
