import { useRef } from 'react';
import type { Verdict } from './checker-messages';
import type { Knowledge } from './Editor';
import { useReasons } from './useReasons';

/** What the editor explains and suggests from; who there is in a stage stays known while the file cannot be built. */
export function useKnowledge(verdict: Verdict | null): Knowledge {
  const accounts = useRef<Knowledge['accounts']>([]);
  if (verdict?.accounts) accounts.current = verdict.accounts;
  return { reasons: useReasons(), accounts: accounts.current };
}
