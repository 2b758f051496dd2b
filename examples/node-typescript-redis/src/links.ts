/** What a short link is, and where links are kept. */

import { randomInt } from 'node:crypto';

/** What the service needs of a store. */
export interface LinkStore {
  /** Keep the link unless the code is taken; whether it was kept. */
  add(code: string, url: string): Promise<boolean>;
  /** The address behind a code, counted as one visit; undefined when there is none. */
  visit(code: string): Promise<string | undefined>;
  /** How often a code was visited; undefined when there is none. */
  visits(code: string): Promise<number | undefined>;
  /** Throws when the store does not answer now. */
  ping(): Promise<void>;
}

/** The address cannot be shortened; the message says why. */
export class InvalidLink extends Error {}

const maxLength = 2000;
// Without 0, o, O, 1, l and I, which people confuse.
const alphabet = '23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

/** The address in its normal form. Throws InvalidLink. */
export function cleanUrl(text: unknown): string {
  if (typeof text !== 'string') throw new InvalidLink('Send {"url": "https://..."}.');
  if (text.length > maxLength) throw new InvalidLink(`An address has at most ${maxLength} characters.`);
  if (!URL.canParse(text)) throw new InvalidLink('That is not a complete address.');
  const url = new URL(text);
  // A link to javascript: or data: would run in the visitor's browser.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidLink('Only http and https addresses can be shortened.');
  }
  if (url.username || url.password) throw new InvalidLink('An address with a password in it cannot be shortened.');
  return url.href;
}

/** A code that cannot be guessed from the one before: 56 to the 7th, about 1.7 million million, possible ones. */
export function newCode(): string {
  return Array.from({ length: 7 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** Store the address under a fresh code, and return the code. */
export async function shorten(store: LinkStore, url: string, next: () => string = newCode): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const code = next();
    if (await store.add(code, url)) return code;
  }
  throw new Error('Five codes in a row were taken already.');
}
