import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** A document's RFC 8785 form: the same text for the same content, whatever the order of its keys. */
export function canonical(document: unknown): string {
  const text = canonicalize(document);
  if (text === undefined) throw new Error('not a JSON document');
  return text;
}

/** SHA-256, in hex, of a document's RFC 8785 form. */
export function hashOf(document: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(document))));
}
