import { describe } from 'vitest';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { storeContract } from './contract.ts';

describe('the store in memory', () => {
  storeContract({ open: async () => openMemoryStore() });
});
