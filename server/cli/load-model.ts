import { check, compile, hasErrors, type Program } from '../../engine/index.ts';
import type { Issue, Model } from '../../schemas/index.ts';
import { readDocument } from '../files/read-document.ts';
import { readable } from './command.ts';

/** A model file compiled, or what keeps it from being. */
export async function loadModel(path: string): Promise<{ program: Program } | { issues: readonly Issue[] }> {
  const read = await readable(path, readDocument(path));
  if ('issues' in read) return read;
  const issues = check(read.document);
  return hasErrors(issues) ? { issues } : { program: compile(read.document as Model) };
}
