import type { Issue } from '../../schemas/index.ts';

/** A place in the product where something can be put right. */
export interface Mend {
  readonly place: 'data' | 'models' | 'teams';
  readonly address: string;
}

/** Where the cause of a finding about a run can be put right; undefined where that is nowhere in particular. */
export function whereToMend({ code, params = {} }: Issue): Mend | undefined {
  const dataset = params['dataset'];
  switch (code) {
    case 'run.datasetEmpty':
    case 'run.unknownDataset':
      return {
        place: 'data',
        address:
          typeof dataset === 'string' ? `/imports/new?dataset=${encodeURIComponent(dataset)}` : '/datasets',
      };
    case 'run.noPeople':
      return { place: 'data', address: '/datasets' };
    case 'run.noStage':
      return { place: 'teams', address: '/teams' };
    case 'run.noModel':
    case 'run.ambiguousModel':
      return { place: 'models', address: '/models' };
    default:
      return code.startsWith('measure.') || code.startsWith('rule.')
        ? { place: 'models', address: '/models' }
        : undefined;
  }
}
