import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../server/people/people.ts';
import { stagedPeople } from '../../../server/people/staged-people.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';

function numbered(): () => string {
  let last = 0;
  return () => `p${(last += 1)}`;
}

describe('people', () => {
  it('are found by what the company calls them, written exactly so', async () => {
    const people = peopleOf(openMemoryStore(), numbered());
    const zhang = await people.register('张伟/001', '张伟');
    expect(await people.resolve(['nobody', '张伟/001', '张伟/001 ', '张伟'])).toEqual([
      undefined,
      zhang,
      undefined,
      undefined,
    ]);
    expect(await people.resolve([])).toEqual([]);
  });

  it('are stored as persons, under an id that says nothing of them', async () => {
    const store = openMemoryStore();
    const id = await peopleOf(store).register('S1', 'Ann Lee');
    const person = await store.collection('people').get(`${id}/000001`);
    expect(person).toEqual({
      id: `${id}/000001`,
      person: id,
      revision: 1,
      identifiers: ['S1'],
      name: 'Ann Lee',
    });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it('have their name nowhere else', async () => {
    const store = openMemoryStore();
    await peopleOf(store).register('S1', 'Ann Lee');
    for await (const identifier of store.collection('identifiers').scan()) {
      expect(JSON.stringify(identifier)).not.toContain('Ann');
    }
  });

  it('stay who they are when they are registered again', async () => {
    const store = openMemoryStore();
    const people = peopleOf(store, numbered());
    const id = await people.register('S1', 'Ann Lee');
    expect(await people.register('S1', 'Somebody Else')).toBe(id);
    expect((await store.collection('people').get(`${id}/000001`))?.name).toBe('Ann Lee');
  });

  it('are one person though 16 register them at once', async () => {
    const store = openMemoryStore();
    const ids = await Promise.all(
      Array.from({ length: 16 }, () => peopleOf(store).register('S1', 'Ann Lee')),
    );
    expect(new Set(ids).size).toBe(1);
    let persons = 0;
    for await (const _ of store.collection('people').scan()) persons += 1;
    expect(persons).toBe(1);
  });

  it('get their name when a process ended between identifier and person', async () => {
    const store = openMemoryStore();
    await store.collection('identifiers').insert({ id: 'S1', person: 'p0' });
    expect(await peopleOf(store, numbered()).register('S1', 'Ann Lee')).toBe('p0');
    expect(await store.collection('people').get('p0/000001')).toEqual({
      id: 'p0/000001',
      person: 'p0',
      revision: 1,
      identifiers: ['S1'],
      name: 'Ann Lee',
    });
  });
});

describe('the people an import found', () => {
  it('are persons only once they are registered', async () => {
    const store = openMemoryStore();
    const people = peopleOf(store, numbered());
    const staged = stagedPeople(store, 'i1');
    await staged.add([{ id: 'x1', identifier: 'S1', name: 'Ann' }]);
    await staged.add([{ id: 'x2', identifier: 'S1', name: 'Bob' }]);
    expect(await staged.find(['S1', 'S2'])).toEqual(['x1', undefined]);
    expect(await people.resolve(['S1'])).toEqual([undefined]);
    expect(await staged.register(people)).toBe(true);
    expect(await people.resolve(['S1'])).toEqual(['x1']);
  });

  it('are of one import only', async () => {
    const store = openMemoryStore();
    await stagedPeople(store, 'i1').add([{ id: 'x1', identifier: 'S1', name: 'Ann' }]);
    expect(await stagedPeople(store, 'i').find(['S1', '1/S1'])).toEqual([undefined, undefined]);
    expect(await stagedPeople(store, 'i').register(peopleOf(store))).toBe(true);
    expect(await peopleOf(store).resolve(['S1'])).toEqual([undefined]);
  });

  it('tell when somebody else registered one of them under another id', async () => {
    const store = openMemoryStore();
    const people = peopleOf(store, numbered());
    const staged = stagedPeople(store, 'i1');
    await staged.add([{ id: 'x1', identifier: 'S1', name: 'Ann' }]);
    await people.register('S1', 'Ann');
    expect(await staged.register(people)).toBe(false);
  });
});
