import { Create, SimpleForm, useGetOne } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { DatasetView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { recordsAddress } from './done-step.tsx';
import { RecordFields } from './record-form.tsx';
import { texts } from './texts.ts';

/** Adds one record to the dataset that the address names. */
export function RecordCreate() {
  const t = useTexts(texts);
  const [search] = useSearchParams();
  const id = search.get('dataset') ?? '';
  const { data: dataset } = useGetOne<DatasetView>('datasets', { id }, { enabled: id !== '' });
  if (dataset === undefined) return null;
  return (
    <Create
      title={t.addRecord}
      redirect={() => recordsAddress(id).slice(1)}
      transform={(form: Record<string, unknown>) => ({ ...form, dataset: id })}
    >
      <SimpleForm warnWhenUnsavedChanges>
        <RecordFields dataset={dataset.document} hidden={[]} keyFixed={false} />
      </SimpleForm>
    </Create>
  );
}
