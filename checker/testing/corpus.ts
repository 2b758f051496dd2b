import { readdirSync, readFileSync } from 'node:fs';
import type { RuleCases } from '../rules/rule.ts';

const ROOT = new URL('../../', import.meta.url);

/** Dockerfiles to start from: those of the examples, and every case of every rule. */
export async function corpus(): Promise<string[]> {
  const texts: string[] = [];
  for (const name of readdirSync(new URL('examples/', ROOT), { recursive: true, encoding: 'utf8' })) {
    if (/(^|\/)Dockerfile$/.test(name)) texts.push(readFileSync(new URL(`examples/${name}`, ROOT), 'utf8'));
  }
  const rules = new URL('checker/rules/', ROOT);
  for (const name of readdirSync(rules)
    .filter((file) => file.endsWith('.cases.ts'))
    .sort()) {
    const { cases } = (await import(new URL(name, rules).href)) as { cases: RuleCases };
    texts.push(...[...cases.bad, ...cases.good].map(({ dockerfile }) => dockerfile));
  }
  return texts;
}
