import { Edit, SaveButton, SimpleForm, Toolbar, useGetOne, useRecordContext } from 'react-admin';
import type { DatasetView, RecordView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { RecordFields } from './record-form.tsx';
import { texts } from './texts.ts';

/** Corrects one record: a new revision of it, with a reason; the ones before stay. */
export function RecordEdit() {
  const t = useTexts(texts);
  return (
    <Edit
      title={t.correctRecord}
      mutationMode="pessimistic"
      redirect={false}
      transform={({ values, reason }: { values: unknown; reason: string }) => ({ values, reason })}
    >
      <RecordEditForm />
    </Edit>
  );
}

function RecordEditForm() {
  const record = useRecordContext<RecordView>();
  const { data: dataset } = useGetOne<DatasetView>(
    'datasets',
    { id: record?.dataset ?? '' },
    { enabled: record !== undefined },
  );
  if (record === undefined || dataset === undefined) return null;
  return (
    <SimpleForm
      toolbar={
        <Toolbar>
          <SaveButton />
        </Toolbar>
      }
      warnWhenUnsavedChanges
    >
      <RecordFields dataset={dataset.document} hidden={record.hidden} keyFixed revision={record.revision} />
    </SimpleForm>
  );
}
