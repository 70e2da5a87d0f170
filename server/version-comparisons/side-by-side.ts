import { compile, type Program } from '../../engine/index.ts';
import { withoutPay } from '../../engine/pay/without-pay.ts';
import type { Language } from '../../locales/index.ts';
import type { Issue, Model, SideBySide } from '../../schemas/index.ts';
import { modelVersion } from '../models/versions.ts';
import { parseVersionId } from '../models/version-id.ts';
import { storedTable } from '../runs/stored-table.ts';
import { namesOf } from '../people/names.ts';
import { statement } from '../statement/statement.ts';
import { viewOf } from '../statement/view.ts';
import type { VersionComparison, VersionMovement } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

type Sides = SideBySide | { readonly issues: readonly Issue[] };

/**
 * How somebody's grade comes about by both versions, line by line as in their statement. It is made anew from what is
 * stored, and given only where that says what the comparison says.
 * @param withPay whether the reader may see what people are paid.
 */
export async function sideBySide(
  store: Store,
  comparison: VersionComparison,
  movement: VersionMovement,
  language: Language,
  withPay: boolean,
): Promise<Sides> {
  const lines = async (version: string | undefined, told: VersionMovement['before']) => {
    if (version === undefined || told === null) return null;
    const model = await documentOf(store, version);
    if (model === undefined) return undefined;
    return linesOf(store, compile(withPay ? model : withoutPay(model)), movement, told, language);
  };
  const before = await lines(comparison.before?.version, movement.before);
  const after = await lines(comparison.after.version, movement.after);
  if (before === undefined || after === undefined) {
    return { issues: [{ code: 'comparison.movedOn', severity: 'error' }] };
  }
  return { id: movement.id, before, after };
}

async function documentOf(store: Store, id: string): Promise<Model | undefined> {
  const parsed = parseVersionId(id);
  if (parsed === undefined) return undefined;
  return (await modelVersion(store, parsed.key, parsed.version))?.document;
}

async function linesOf(
  store: Store,
  program: Program,
  { subject, period }: VersionMovement,
  { composite, grade }: NonNullable<VersionMovement['before']>,
  language: Language,
): Promise<string[] | undefined> {
  const { table } = await storedTable(store, program, period);
  const row = table?.subjects.indexOf(subject) ?? -1;
  if (table === undefined || row === -1) return undefined;
  const { result } = viewOf(program, table, row, language);
  if (result.composite !== composite || result.grade !== grade) return undefined;
  const names = await namesOf(store, [subject]);
  return statement(program, table, row, language, names.get(subject) ?? subject);
}
