import { accessChanges } from './access.ts';
import { dataChanges } from './data.ts';
import { modelChanges } from './models.ts';
import type { Changes } from './ready-change.ts';
import { runChanges } from './runs.ts';

/** For every route that changes something, a request that does; by method and path. */
export const everyChange: Changes = { ...accessChanges, ...modelChanges, ...dataChanges, ...runChanges };
