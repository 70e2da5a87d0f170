import type { Grant } from '../../schemas/index.ts';
import { accountOf, reviseAccount } from '../access/accounts.ts';
import { peopleOf } from '../people/people.ts';
import { placesOf } from '../people/places.ts';
import type { Store } from '../store/store.ts';

const office: readonly {
  readonly identifier: string;
  readonly name: string;
  readonly role: Grant['role'];
}[] = [
  { identifier: 'demo-hr', name: '陈思 Chen Si', role: 'hr' },
  { identifier: 'demo-operations', name: '周航 Zhou Hang', role: 'salesOps' },
  { identifier: 'demo-director', name: '林越 Lin Yue', role: 'director' },
  { identifier: 'demo-representative', name: '许宁 Xu Ning', role: 'representative' },
  { identifier: 'demo-auditor', name: '何静 He Jing', role: 'auditor' },
  { identifier: 'demo-admin', name: '吴凡 Wu Fan', role: 'admin' },
];

/** Gives the people of the demo company accounts without passwords: they sign in by a click. Done twice it changes nothing. */
export async function loadDemoAccounts(store: Store, clock: () => Date): Promise<void> {
  const change = { by: null, at: clock().toISOString(), request: 'demo' };
  const give = async (person: string, grants: readonly Grant[]) => {
    if ((await accountOf(store, person)) !== undefined) return;
    await reviseAccount(store, person, undefined, { grants, active: true, password: null }, change);
  };
  const people = peopleOf(store);
  for (const { identifier, name, role } of office) {
    await give(await people.register(identifier, name), [{ role }]);
  }
  const { people: placed } = await placesOf({ store, clock });
  const managed = new Set<string>();
  for (const [person, { team, role }] of placed) {
    const leads = role === 'supervisor' && !managed.has(team);
    if (leads) managed.add(team);
    await give(person, [...(leads ? [{ role: 'manager' as const, teams: [team] }] : []), { role: 'seller' }]);
  }
}
