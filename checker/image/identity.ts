import type { Content, Identity } from './types.ts';

const FIRST = 0xdeadbeef;
const SECOND = 0x41c6ce57;

/** 53-bit hash of text (cyrb53, public domain); quick and pure, collisions out of reach for a build's few thousand values. */
function hash(text: string): Identity {
  mix(text);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}

/** Both halves of the hash that was last worked out: nothing to allocate in the busiest place of all. */
let low = 0;
let high = 0;

function mix(text: string): void {
  let a = FIRST;
  let b = SECOND;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  low = a;
  high = b;
}

/** An identity of named parts whose order does not matter; a part can be taken out again. */
export class Bag {
  constructor(
    private low = 0,
    private high = 0,
  ) {}

  add(name: string, part: Identity): void {
    mix(`${name}/${part}`);
    this.low = (this.low + low) | 0;
    this.high = (this.high + high) | 0;
  }

  remove(name: string, part: Identity): void {
    mix(`${name}/${part}`);
    this.low = (this.low - low) | 0;
    this.high = (this.high - high) | 0;
  }

  copy(): Bag {
    return new Bag(this.low, this.high);
  }

  get identity(): Identity {
    return `${this.low}.${this.high}`;
  }
}

/** One identity of several values; where one ends and the next begins counts. */
export function identify(...parts: readonly (string | number | undefined | null)[]): Identity {
  let joined = '';
  for (const part of parts) {
    const text = part === undefined ? '?' : part === null ? '-' : String(part);
    joined += `${text.length}:${text}`;
  }
  return hash(joined);
}

const ofContent = new WeakMap<Content, Identity>();

/** Identity of what a file holds: equal text and equal bytes have equal identities, whoever wrote them. */
export function identityOf(content: Content): Identity {
  if (content.is === 'derived') return content.identity;
  let identity = ofContent.get(content);
  if (identity === undefined) {
    const text = content.is === 'text' ? content.text : decode(content.bytes);
    identity = `=${text.length.toString(36)}.${hash(text)}`;
    ofContent.set(content, identity);
  }
  return identity;
}

/** Valid UTF-8 becomes its text, so that a file given as bytes equals the same file given as text. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let text = '\u0000';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }
}
