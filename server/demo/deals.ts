import type { Assignment } from './assignments.ts';
import { asOf, beginsQuarter, dayAfter, months, type Day } from './calendar.ts';
import { csvOf } from './csv.ts';
import type { Customer, NextCustomer } from './customers.ts';
import { isWinless } from './holes.ts';
import { drawOf, type Draw } from './random.ts';
import { expectedSales } from './targets.ts';

/** An opportunity, before it has a number. */
export interface Deal {
  readonly seller: string;
  /** Whose draws made it; the twin has somebody else's. */
  readonly stream: string;
  readonly customer: Customer;
  readonly kind: 'new' | 'existing';
  readonly source: string;
  readonly status: 'won' | 'lost' | 'open';
  readonly openedOn: Day;
  readonly closedOn: Day | undefined;
  /** CNY; undefined while nobody knows. */
  readonly amount: number | undefined;
}

const dealsPerMonth = {
  expansion: { new: 2.7, existing: 1.3, referral: 0.17 },
  mature: { new: 1.7, existing: 2.8, referral: 0.28 },
} as const;
const sizeByClass = { A: 1.4, B: 1, C: 0.82 } as const;
const otherSources = ['outreach', 'outreach', 'website', 'exhibition', 'partner'] as const;
const kinds = ['new', 'existing'] as const;
const targetOf = { new: 'new_customer_sales', existing: 'repeat_sales' } as const;
const customersAtFirst = 8;
/** Opportunities younger than this may still be open. */
const openMonths = new Set(months.slice(-3));

/** One seller's opportunities, month by month. `assignments` are that seller's. */
export function dealsOf(
  seed: number,
  assignments: readonly Assignment[],
  nextCustomer: NextCustomer,
): Deal[] {
  const employee = assignments[0]?.employee;
  if (employee === undefined) return [];
  const draw = drawOf(seed, `${employee.stream}/deals`);
  const customers = Array.from({ length: customersAtFirst }, () => nextCustomer(draw));
  const deals: Deal[] = [];
  let form = 1;
  for (const assignment of assignments) {
    if (beginsQuarter(assignment.month)) form = 1 + 0.16 * draw.bell();
    for (const kind of kinds) {
      const ordinary = dealsPerMonth[assignment.stage][kind];
      const count = draw.count(ordinary * Math.min(1.2, employee.sales * form) * assignment.share);
      const size = expectedSales(targetOf[kind], assignment) / (ordinary * assignment.share);
      for (let at = 0; at < count; at += 1) {
        const customer = kind === 'new' ? nextCustomer(draw) : draw.pick(customers);
        const won = closedDeal(draw, assignment, customer, kind, size);
        if (isWinless(employee.number, assignment.month)) continue;
        deals.push(won);
        if (kind === 'new') customers.push(customer);
      }
    }
    for (let at = draw.count(1.2); at > 0; at -= 1) {
      const asked = closedDeal(draw, assignment, nextCustomer(draw), 'new', 0);
      deals.push({ ...asked, status: 'lost', amount: undefined });
    }
    for (let at = openMonths.has(assignment.month) ? draw.count(2) : 0; at > 0; at -= 1) {
      deals.push(openDeal(draw, assignment, nextCustomer(draw)));
    }
  }
  return deals;
}

function closedDeal(
  draw: Draw,
  { employee, days, stage }: Assignment,
  customer: Customer,
  kind: 'new' | 'existing',
  size: number,
): Deal {
  const closedOn = draw.pick(days);
  const amount = Math.round((size * sizeByClass[customer.class] * draw.between(0.7, 1.3)) / 100) * 100;
  return {
    seller: employee.number,
    stream: employee.stream,
    customer,
    kind,
    source: kind === 'existing' ? 'repeat' : sourceOf(draw, dealsPerMonth[stage].referral, employee.service),
    status: 'won',
    openedOn: later(dayAfter(closedOn, -draw.whole(14, 90)), employee.placements[0]!.from),
    closedOn,
    amount,
  };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Content customers recommend more. */
function sourceOf(draw: Draw, referral: number, service: number): string {
  return draw.chance(referral * (1 + (service - 88.5) / 20)) ? 'referral' : draw.pick(otherSources);
}

function openDeal(draw: Draw, { employee, days }: Assignment, customer: Customer): Deal {
  return {
    seller: employee.number,
    stream: employee.stream,
    customer,
    kind: 'new',
    source: draw.pick(otherSources),
    status: 'open',
    openedOn: draw.pick(days),
    closedOn: undefined,
    amount: draw.chance(0.4) ? draw.whole(20, 120) * 1000 : undefined,
  };
}

/** A deal with its number. */
export type NumberedDeal = Deal & { readonly id: string };

/** Numbers the deals in the order they were opened. */
export function numbered(deals: readonly Deal[]): NumberedDeal[] {
  const known = deals.filter((deal) => deal.openedOn <= asOf);
  const inOrder = known.toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0));
  return inOrder.map((deal, at) => ({ ...deal, id: `D${String(at + 1).padStart(5, '0')}` }));
}

const columns = [
  ...(['deal_id', 'seller', 'customer', 'customer_class', 'customer_kind', 'source', 'status'] as const),
  ...(['opened_on', 'closed_on', 'amount'] as const),
];

/** CSV of the dataset deals. */
export function dealsCsv(deals: readonly NumberedDeal[]): string {
  return csvOf(
    columns,
    deals.map((deal) => ({
      deal_id: deal.id,
      seller: deal.seller,
      customer: deal.customer.name,
      customer_class: deal.customer.class,
      customer_kind: deal.kind,
      source: deal.source,
      status: deal.status,
      opened_on: deal.openedOn,
      closed_on: deal.closedOn ?? '',
      amount: deal.amount ?? '',
    })),
  );
}
