import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from './lib/browser.mjs';
import { main } from './lib/setup.mjs';
import { serve } from './serve.mjs';

/*
 * What a reader downloads, in KB (1000 bytes) of brotli, held to limits. The framework alone weighs 116 KB; a
 * page may cost 20 KB more before an editor is wanted.
 */
const limits = { page: 136, worker: 152, editor: 670, playground: 670, goals: 20, composePart: 120 };

const chunks = 'out/_next/static/chunks';
/** What the build's compressed copy of a script weighs. */
const kilobytes = (script) => statSync(join(chunks, `${script}.br`)).size / 1000;
const sum = (scripts) => scripts.reduce((total, script) => total + kilobytes(script), 0);

main(async () => {
  const rows = [...pages(), ...(await afterwards())];
  for (const { name, weight, limit } of rows) {
    const verdict = weight > limit ? 'TOO HEAVY' : 'good';
    console.log(`${weight.toFixed(1).padStart(7)} KB of ${limit}  ${verdict}  ${name}`);
  }
  const heavy = rows.filter(({ weight, limit }) => weight > limit);
  if (heavy.length > 0) throw new Error(`Too heavy: ${heavy.map(({ name }) => name).join(', ')}`);
});

/** The heaviest page of each kind: the scripts that its HTML asks for, those for old browsers left out. */
function pages() {
  const paths = readdirSync('out', { recursive: true }).filter((path) => path.endsWith('index.html'));
  const weighed = paths.map((path) => {
    const html = readFileSync(join('out', path), 'utf8');
    const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
    const sources = tags
      .filter((attributes) => !/\bnomodule\b/i.test(attributes))
      .map((attributes) => /\bsrc="[^"]*?\/_next\/static\/chunks\/([^"?]+)/.exec(attributes)?.[1])
      .filter((source) => source !== undefined);
    const weight = sum([...new Set(sources)]);
    return { kind: path.split(/[\\/]/)[0], path, weight };
  });
  return [...groupByKind(weighed).values()].map((group) => {
    const most = group.reduce((one, other) => (other.weight > one.weight ? other : one));
    return { name: `scripts of ${most.path} at first`, weight: most.weight, limit: limits.page };
  });
}

function groupByKind(weighed) {
  const groups = new Map();
  for (const each of weighed) groups.set(each.kind, [...(groups.get(each.kind) ?? []), each]);
  return groups;
}

/** What loads when a workspace is wanted, as a browser loads it: the workspace with its editor, and the worker. */
async function afterwards() {
  const { url, close } = await serve({ port: 3020 });
  const browser = await chromium.launch(browserOptions());
  const goalsAreJudged = (page) =>
    page.getByRole('list', { name: 'Goals' }).getByText('(not yet)').first().waitFor({ state: 'attached' });
  const at = (path, ready = goalsAreJudged) => loadedBy(browser, url, { path, ready });
  try {
    const workspace = await at('exercises/cache-order/');
    const frame = await at('embed/cache-order/');
    const playground = await at('playground/', (page) => page.getByText('problems found.').waitFor());
    const compose = await at('exercises/limits-in-compose/');
    // The playground asks for no goals, and the exercise for nothing of Compose: what both load is the checker.
    const core = workspace.checker.filter(isAmong(playground.checker));
    const goals = workspace.checker.filter((script) => !isAmong(core)(script));
    const composePart = compose.checker.filter((script) => !isAmong(workspace.checker)(script));
    return [
      row('workspace with the full editor', total(workspace.own), limits.editor),
      row('frame with the full editor', total(frame.own), limits.editor),
      row('playground with the full editor', total(playground.own), limits.playground),
      row('checker (worker)', total(core), limits.worker),
      row('what the worker adds for goals', total(goals), limits.goals),
      row('what the worker adds for Compose', total(composePart), limits.composePart),
    ];
  } finally {
    await browser.close();
    close();
  }
}

const isAmong = (scripts) => (script) => scripts.some(({ name }) => name === script.name);
const row = (name, weight, limit) => ({ name, weight, limit });

/** What a page loads beside the scripts that its HTML asks for, and its worker, once both have done their work. */
async function loadedBy(browser, url, { path, ready }) {
  const page = await browser.newPage();
  const [worker] = await Promise.all([page.waitForEvent('worker'), page.goto(url + path)]);
  await ready(page);
  await page.locator('.monaco-editor').waitFor();
  const html = readFileSync(join('out', path, 'index.html'), 'utf8');
  const later = (await page.evaluate(loadedScripts)).filter(({ name }) => !html.includes(fileName(name)));
  const loaded = { own: later, checker: await worker.evaluate(loadedScripts) };
  await page.close();
  return loaded;
}

const fileName = (url) => new URL(url).pathname.split('/').pop();
const total = (entries) => entries.reduce((total, { bytes }) => total + bytes, 0) / 1000;

/** Runs in a page or a worker: its scripts, by what came over the wire. */
function loadedScripts() {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\.js(\?|$)/.test(name))
    .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }));
}
