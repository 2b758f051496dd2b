// Run the examples' own tests, each with its language's own tools: `node scripts/test-examples.mjs [example...]`.
//
// An example whose language is not installed is reported as not run, never as passed. Exit code 1 when a test failed,
// 2 when an example is asked for that does not exist.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

/** Files under a folder of an example whose names end in `suffix`, relative to the example. */
function files(example, folder, suffix) {
  return readdirSync(join(examples, example, folder), { recursive: true })
    .filter((path) => path.endsWith(suffix))
    .map((path) => join(folder, path))
    .sort();
}

const unittest = {
  language: 'Python 3.10 or newer',
  present: ['python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 10))'],
  commands: () => [['python3', '-B', '-m', 'unittest', 'discover', '-t', '.', '-s', 'tests']],
};

// tsx, which this repository has, runs TypeScript on every Node that the repository supports.
const tsx = {
  language: 'Node.js',
  present: ['node', '--version'],
  commands: (example) => [
    ['node', '--import', import.meta.resolve('tsx'), '--test', ...files(example, 'test', '.test.ts')],
  ],
};

/** How each example is tested: what must be installed, and the commands to run in its folder. */
const suites = {
  'background-worker': unittest,
  'go-static': {
    language: 'Go 1.27 or newer',
    // Reads go.mod, so that a Go that is too old for it counts as none.
    present: ['go', 'mod', 'verify'],
    commands: () => [
      ['go', 'vet', './...'],
      ['go', 'test', './...'],
    ],
  },
  'java-jre': {
    language: 'Java (a JDK, 17 or newer)',
    present: ['javac', '--release', '17', '--version'],
    commands: (example, temporary) => [
      [
        'javac',
        '-Xlint:all',
        '-d',
        temporary,
        ...files(example, 'src', '.java'),
        ...files(example, 'test', '.java'),
      ],
      ['java', '-cp', temporary, 'iban.Tests'],
    ],
  },
  'nextjs-site': tsx,
  'nginx-static': {
    language: 'Node.js',
    present: ['node', '--version'],
    commands: (example) => [['node', '--test', ...files(example, 'test', '.test.mjs')]],
  },
  'node-typescript-redis': tsx,
  'python-fastapi-postgres': unittest,
};

const run = ([program, ...args], options) => spawnSync(program, args, { encoding: 'utf8', ...options });

/** Test one example: whether it `passed`, `failed` or was `not run`, and what its tools printed. */
export function testExample(example) {
  const { language, present, commands } = suites[example];
  const options = {
    cwd: join(examples, example),
    // Nothing is downloaded: Go would fetch a newer version of itself.
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  };
  if (run(present, options).status !== 0)
    return { outcome: 'not run', output: `${language} is not installed here.` };

  const temporary = mkdtempSync(join(tmpdir(), 'example-'));
  let output = '';
  try {
    for (const command of commands(example, temporary)) {
      const done = run(command, options);
      output += `${done.stdout ?? ''}${done.stderr ?? ''}`;
      if (done.status !== 0) return { outcome: 'failed', output: done.error ? `${done.error}` : output };
    }
    return { outcome: 'passed', output };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** The names of all examples: the folders of examples/, so that one without a suite here is noticed. */
export function listExamples() {
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function main(asked) {
  const unknown = asked.filter((example) => !Object.hasOwn(suites, example));
  if (unknown.length > 0) {
    console.error(`There is no example ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
    return 2;
  }
  const count = { passed: 0, failed: 0, 'not run': 0 };
  for (const example of asked.length > 0 ? asked : listExamples()) {
    const { outcome, output } = Object.hasOwn(suites, example)
      ? testExample(example)
      : { outcome: 'failed', output: 'scripts/test-examples.mjs does not say how to test it.' };
    count[outcome] += 1;
    console.log(`${example}: ${outcome}`);
    if (outcome !== 'passed') console.log(output.trimEnd().replace(/^/gm, '  '));
    else if (/skipped=\d+/.test(output)) {
      console.log(
        `  ${/skipped=(\d+)/.exec(output)?.[1]} of its tests need packages that are not installed here.`,
      );
    }
  }
  console.log(`${count.passed} passed, ${count.failed} failed, ${count['not run']} skipped`);
  return count.failed > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
