/** What does not come out in a receipt: a line each, none where all is well. */
export function checkReceipt(receipt: {
  readonly subject: string;
  readonly entries: readonly {
    readonly id: string;
    readonly op: string;
    readonly args: readonly (string | number)[];
    readonly value: string | boolean | null;
  }[];
}): string[];
