interface Use {
  readonly key: string;
  /** Of a pilot. */
  readonly teams?: readonly string[];
}

/** By which of the versions that a run used somebody was judged: that of the team's pilot, else the one for everybody. */
export function modelUseOf<T extends Use>(
  uses: readonly T[],
  { model, team }: { readonly model: string; readonly team: string },
): T | undefined {
  const own = uses.filter(({ key }) => key === model);
  return own.find(({ teams }) => teams?.includes(team)) ?? own.find(({ teams }) => teams === undefined);
}
