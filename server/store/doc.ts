/** A stored document: plain JSON under an id of printable ASCII characters, which orders documents by code unit. */
export interface Doc {
  readonly id: string;
}
