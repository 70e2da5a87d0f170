import { assignmentsOf } from './assignments.ts';
import { collectionsCsv } from './collections.ts';
import { complaintsCsv } from './complaints.ts';
import { customerBaseCsv } from './customer-base.ts';
import { customerSource } from './customers.ts';
import { dealsCsv, dealsOf, numbered, type NumberedDeal } from './deals.ts';
import { employees, rosterCsv } from './people.ts';
import { proposalsCsv } from './proposals.ts';
import { salariesCsv } from './salaries.ts';
import { surveysCsv } from './surveys.ts';
import { targetsCsv } from './targets.ts';
import { teamStagesCsv } from './teams.ts';

/**
 * The demo company's data, for the datasets of the starter rules: 60 sellers in three offices, April 2024 to
 * September 2026, CSV text by dataset id. Roster and stages come first, because the others name people.
 * The same seed gives the same bytes; any integer will do.
 */
export function generateDemo(seed: number): Map<string, string> {
  const people = employees(seed);
  const assignments = people.map(assignmentsOf);
  const nextCustomer = customerSource();
  const deals = numbered(assignments.flatMap((months) => dealsOf(seed, months, nextCustomer)));
  const own = dealsBySeller(deals);
  const sellers = people.map(({ number }, at) => ({
    assignments: assignments[at] ?? [],
    deals: own.get(number) ?? [],
  }));
  return new Map([
    ['roster', rosterCsv(people)],
    ['team_stages', teamStagesCsv()],
    ['targets', targetsCsv(assignments.flat())],
    ['deals', dealsCsv(deals)],
    [
      'collections',
      collectionsCsv(
        seed,
        sellers.map((seller) => seller.deals),
      ),
    ],
    ['surveys', surveysCsv(seed, sellers)],
    ['complaints', complaintsCsv(seed, assignments)],
    ['proposals', proposalsCsv(seed, assignments)],
    ['customer_base', customerBaseCsv(seed, assignments)],
    ['salaries', salariesCsv(seed, people)],
  ]);
}

function dealsBySeller(deals: readonly NumberedDeal[]): Map<string, NumberedDeal[]> {
  const bySeller = new Map<string, NumberedDeal[]>();
  for (const deal of deals) {
    const known = bySeller.get(deal.seller);
    if (known === undefined) bySeller.set(deal.seller, [deal]);
    else known.push(deal);
  }
  return bySeller;
}
