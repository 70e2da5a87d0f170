/** The most characters a key has. */
export const longestKey = 2000;

/** Ids of a dataset's revisions begin with this; those of one key stand together. */
export function datasetPrefix(dataset: string): string {
  return `${encodeURIComponent(dataset)}/`;
}

/** Ids of a record's revisions begin with this. */
export function recordPrefix(dataset: string, key: string): string {
  return `${datasetPrefix(dataset)}${encodeURIComponent(key)}/`;
}

/** The id of the revision an import makes of a record. */
export function revisionId(dataset: string, key: string, importId: string): string {
  return recordPrefix(dataset, key) + encodeURIComponent(importId);
}

/**
 * A record's key: the value of its key column, or of several the values with / between, ~ and / in them written
 * as in a JSON pointer.
 */
export function keyOf(values: readonly string[]): string {
  if (values.length === 1) return values[0]!;
  return values.map((value) => value.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}
