import { customerName } from './names.ts';
import type { Draw } from './random.ts';

export type CustomerClass = 'A' | 'B' | 'C';

export interface Customer {
  readonly name: string;
  readonly class: CustomerClass;
}

/** Gives out customers that nobody has yet. */
export type NextCustomer = (draw: Draw) => Customer;

/** A source of customers with names of their own. */
export function customerSource(): NextCustomer {
  let given = 0;
  return (draw) => {
    const luck = draw.next();
    const customer: Customer = {
      name: customerName(given),
      class: luck < 0.2 ? 'A' : luck < 0.55 ? 'B' : 'C',
    };
    given += 1;
    return customer;
  };
}
