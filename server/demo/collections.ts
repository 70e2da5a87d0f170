import { asOf, dayAfter } from './calendar.ts';
import { csvOf } from './csv.ts';
import type { NumberedDeal } from './deals.ts';
import { latePayers } from './holes.ts';
import { drawOf, type Draw } from './random.ts';

const termInDays = 30;

/** One seller's rows of the dataset collections. What is not due yet has no collected amount. */
function collectionsOf(seed: number, deals: readonly NumberedDeal[]) {
  const draw = drawOf(seed, `${deals[0]?.stream}/collections`);
  const discipline = draw.between(0.8, 0.97);
  return deals.flatMap(({ id, seller, status, closedOn, amount }) => {
    if (status !== 'won' || closedOn === undefined || amount === undefined) return [];
    const due = dayAfter(closedOn, termInDays);
    const paid = Math.round(amount * paidShare(draw, discipline));
    const late = seller === latePayers.employee && due >= latePayers.from;
    return {
      collection_id: id.replace('D', 'R'),
      seller,
      deal_id: id,
      due_on: due,
      receivable: amount,
      collected: due > asOf ? '' : late ? Math.round(amount * latePayers.share) : paid,
    };
  });
}

/** Most pay all, some a part, few nothing. */
function paidShare(draw: Draw, discipline: number): number {
  const part = draw.between(0.5, 0.9);
  const luck = draw.next();
  return luck < discipline ? 1 : luck < discipline + (1 - discipline) * 0.75 ? part : 0;
}

/** CSV of the dataset collections, from each seller's deals. */
export function collectionsCsv(seed: number, bySeller: Iterable<readonly NumberedDeal[]>): string {
  return csvOf(
    ['collection_id', 'seller', 'deal_id', 'due_on', 'receivable', 'collected'],
    [...bySeller].flatMap((deals) => collectionsOf(seed, deals)),
  );
}
