import type { Dataset, UploadView } from '../../schemas/index.ts';

/** Which header of the file each column is read from, by column id. */
export type Mapping = Readonly<Record<string, string>>;

/** What is wrong with a mapping before the server is asked. */
export interface MappingTrouble {
  /** Required columns without a header. */
  readonly missing: readonly string[];
  /** A header that two columns are read from. */
  readonly twice: string | undefined;
  /** Headers nothing is read from: not wrong, but to be seen. */
  readonly unread: readonly string[];
}

/** The mapping the server proposed for a dataset. */
export function proposedMapping(upload: UploadView, dataset: string): Mapping {
  return upload.fits.find((fit) => fit.dataset === dataset)?.mapping ?? {};
}

/** The mapping with a column read from another header; an empty one takes it out. */
export function withHeader(mapping: Mapping, column: string, header: string): Mapping {
  const { [column]: _before, ...others } = mapping;
  return header === '' ? others : { ...others, [column]: header };
}

export function troubleOf(mapping: Mapping, { columns }: Dataset, header: readonly string[]): MappingTrouble {
  const chosen = Object.values(mapping);
  return {
    missing: columns.filter(({ id, required }) => required && mapping[id] === undefined).map(({ id }) => id),
    twice: chosen.find((name, index) => chosen.indexOf(name) !== index),
    unread: header.filter((name) => !chosen.includes(name)),
  };
}

/** The first cell of a header's column that is not empty. */
export function exampleOf({ header, rows }: UploadView, name: string | undefined): string {
  const index = name === undefined ? -1 : header.indexOf(name);
  return rows.map((row) => row[index] ?? '').find((cell) => cell !== '') ?? '';
}
