import type { ModelVersion } from '../store/documents.ts';

/** The id a version has over the wire. */
export function versionId({ key, version }: Pick<ModelVersion, 'key' | 'version'>): string {
  return `${key}@${version}`;
}

/** What an id over the wire names. */
export function parseVersionId(id: string): { key: string; version: number } | undefined {
  const match = /^(.+)@([1-9]\d{0,5})$/.exec(id);
  return match === null ? undefined : { key: match[1]!, version: Number(match[2]) };
}
