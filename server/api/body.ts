import type { Request } from 'express';
import type { Issue } from '../../schemas/index.ts';

const largest = 1024 * 1024;
const deepest = 64;
/** Names stand in every pointer below them. */
const longestName = 1000;
/** Surrogates that stand alone. */
const halves = /\p{Cs}/u;
const names = new Set(['__proto__', 'constructor', 'prototype']);

/** A body that was read, or the status and issue it is refused with. */
export type Body = { readonly value: unknown } | { readonly status: 400 | 413 | 415; readonly issue: Issue };

/** Reads a JSON body of bounded size and depth. */
export async function readBody(request: Request): Promise<Body> {
  if (request.is('application/json') === false) return refused(415, 'request.type');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // Read to the end all the same, so that the answer is heard.
    if (size <= largest) parts.push(part);
  }
  if (size > largest) return refused(413, 'request.tooLarge');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return refused(400, 'request.json');
  }
  // Before anything walks the value: whoever walks a very deep one falls.
  if (isTooDeep(text)) return refused(400, 'request.tooDeep');
  try {
    return { value: parseJson(text) };
  } catch {
    return refused(400, 'request.json');
  }
}

function refused(status: 400 | 413 | 415, code: string): Body {
  return { status, issue: { code, severity: 'error' } };
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}

/**
 * Reads JSON without what no honest sender sends: names that mean something to the language, and halves of characters,
 * which have no bytes to be stored as.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (key: string, value: unknown): unknown => {
    if (key.length > longestName || names.has(key) || halves.test(key)) throw new SyntaxError('name');
    if (typeof value === 'string' && halves.test(value)) throw new SyntaxError('text');
    return value;
  });
}
