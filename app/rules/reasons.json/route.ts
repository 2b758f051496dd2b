import { rulePages } from '@/content/rules';

export const dynamic = 'force-static';

/** Why each rule is there, by its name: what workspaces explain problems with. */
export function GET(): Response {
  return Response.json(Object.fromEntries(rulePages().map(({ name, why }) => [name, why])));
}
