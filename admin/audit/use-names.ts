import { useGetList } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { AuditEntryView, DatasetView, ModelView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { fieldOf } from './deeds.ts';
import { datasetKeyOf, modelVersionOf } from './record-address.ts';
import { texts } from './texts.ts';

/** What the things in the log are called; by their ids for who may not read them. */
export interface Names {
  dataset(id: string): string;
  /** What an entry is about. */
  thing(entry: AuditEntryView): string;
}

const everything = { pagination: { page: 1, perPage: 1000 } };

export function useNames(): Names {
  const t = useTexts(texts);
  const label = useLabel();
  const can = useCan();
  const { number } = useFormat();
  const { data: datasets } = useGetList<DatasetView>('datasets', everything, {
    enabled: can('read', 'dataset'),
  });
  const { data: models } = useGetList<ModelView>('models', everything, { enabled: can('read', 'model') });
  const dataset = (id: string) => {
    const known = datasets?.find((one) => one.id === id);
    return known === undefined ? id : label(known.document.name);
  };
  const model = (key: string) => {
    const known = models?.find(({ id }) => id === key);
    return known === undefined ? key : label(known.name);
  };
  return {
    dataset,
    thing({ resource, record, about, after }) {
      if (about !== null) return about.name ?? `${t.nameErased} (${about.id})`;
      switch (resource) {
        case 'company':
          return t.company;
        case 'dataset':
          return dataset(record);
        case 'import': {
          const [of, rows] = [fieldOf(after, 'dataset'), fieldOf(after, 'rows')];
          if (typeof of !== 'string' || typeof rows !== 'number') return record;
          return fill(t.importOf, { dataset: dataset(of), rows: number(rows) });
        }
        case 'model': {
          const { key, version } = modelVersionOf(record);
          return fill(t.modelVersion, { model: model(key), version });
        }
        case 'record': {
          const parts = datasetKeyOf(record);
          return fill(t.recordOf, { dataset: dataset(parts.dataset), key: parts.key });
        }
        case 'run': {
          const period = fieldOf(after, 'period');
          return typeof period === 'string'
            ? fill(t.runOfPeriod, { period, run: record })
            : fill(t.runOf, { run: record });
        }
        default:
          return record;
      }
    },
  };
}
