import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { DatasetView, ImportView } from '../../schemas/index.ts';
import { useCan } from '../api/use-can.ts';
import { NamedPerson } from '../runs/named-person.tsx';
import { PlainTable } from '../shared/plain-table.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { importsInBetween } from './imports-in-between.ts';
import { texts } from './texts.ts';

interface Props {
  /** The last import that the earlier run saw. */
  readonly from: number;
  /** The last one that the later run saw. */
  readonly to: number;
}

/** What came into the data between two runs, the newest first; nothing for who may not read it. */
export function ImportsBetween({ from, to }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const can = useCan();
  const { instant, number } = useFormat();
  const { data: datasets = [] } = useGetList<DatasetView>('datasets', everything, {
    enabled: can('read', 'dataset'),
  });
  const { data: imports = [] } = useGetList<ImportView>(
    'imports',
    { ...everything, sort: { field: 'commit', order: 'DESC' } },
    { enabled: can('read', 'import') },
  );
  const between = importsInBetween(imports, from, to);
  if (between.length === 0) return null;
  const named = (id: string) => {
    const dataset = datasets.find((one) => one.id === id);
    return dataset === undefined ? id : label(dataset.document.name);
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3">{t.cameIn}</Typography>
      <PlainTable
        title={t.cameIn}
        columns={[
          { title: t.dataset },
          { title: t.source },
          { title: t.by },
          { title: t.at },
          { title: t.rowsAdded, number: true },
          { title: t.rowsChanged, number: true },
        ]}
        rows={between.map(({ key, dataset, file, by, at, added, changed }) => ({
          key,
          cells: [
            named(dataset),
            file ?? t.typedIn,
            <NamedPerson key="by" person={by} />,
            instant(at),
            number(added),
            number(changed),
          ],
        }))}
      />
    </Box>
  );
}

const everything = { pagination: { page: 1, perPage: 200 } } as const;
