import {
  Alert,
  Box,
  Button,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Dataset, UploadView } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { exampleOf, troubleOf, withHeader, type Mapping } from './mapping.ts';
import { texts } from './texts.ts';

interface Props {
  readonly upload: UploadView;
  /** All datasets, and the chosen one. */
  readonly datasets: readonly Dataset[];
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  readonly onDataset: (id: string) => void;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The second step: into which dataset, and which header is which column. */
export function MapColumns(props: Props) {
  const { upload, datasets, dataset, mapping, onDataset, onMapping, onBack, onNext } = props;
  const t = useTexts(texts);
  const label = useLabel();
  const trouble = troubleOf(mapping, dataset, upload.header);
  const nameOf = (id: string) => {
    const column = dataset.columns.find((item) => item.id === id);
    return column === undefined ? id : label(column.name);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextField
        select
        label={t.whichDataset}
        value={dataset.id}
        onChange={(event) => onDataset(event.target.value)}
        sx={{ maxWidth: 480 }}
      >
        {datasets.map((item) => (
          <MenuItem key={item.id} value={item.id}>
            {fitText(t, label(item.name), upload, item.id)}
          </MenuItem>
        ))}
      </TextField>
      <Typography>{t.mapIntro}</Typography>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell component="th" scope="col">
                {t.columnName}
              </TableCell>
              <TableCell component="th" scope="col">
                {t.inFile}
              </TableCell>
              <TableCell component="th" scope="col">
                {t.example}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {dataset.columns.map(({ id, name, required }) => (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  {label(name)}
                  {required && <span title={t.columnRequired}> *</span>}
                </TableCell>
                <TableCell>
                  <TextField
                    select
                    size="small"
                    value={mapping[id] ?? ''}
                    error={required && mapping[id] === undefined}
                    onChange={(event) => onMapping(withHeader(mapping, id, event.target.value))}
                    slotProps={{
                      select: { native: true },
                      htmlInput: { 'aria-label': `${t.inFile}: ${label(name)}` },
                    }}
                    sx={{ minWidth: 180 }}
                  >
                    <option value="">{t.notInFile}</option>
                    {upload.header.map((header) => (
                      <option key={header} value={header}>
                        {header}
                      </option>
                    ))}
                  </TextField>
                </TableCell>
                <TableCell>{exampleOf(upload, mapping[id])}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Box role="status">
        {trouble.missing.length > 0 && (
          <Alert severity="error">
            {fill(t.requiredMissing, { columns: trouble.missing.map(nameOf).join(', ') })}
          </Alert>
        )}
        {trouble.twice !== undefined && (
          <Alert severity="error">{fill(t.usedTwice, { header: trouble.twice })}</Alert>
        )}
        {trouble.unread.length > 0 && (
          <Alert severity="info">{fill(t.unmapped, { headers: trouble.unread.join(', ') })}</Alert>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button onClick={onBack}>{t.back}</Button>
        <Button
          variant="contained"
          onClick={onNext}
          disabled={trouble.missing.length > 0 || trouble.twice !== undefined}
        >
          {t.check}
        </Button>
      </Box>
    </Box>
  );
}

function fitText(
  t: { readonly fitBest: string; readonly fitMissing: string },
  name: string,
  { fits }: UploadView,
  id: string,
): string {
  const fit = fits.find((item) => item.dataset === id);
  if (fit === undefined) return name;
  if (fit.missing.length > 0) return fill(t.fitMissing, { name, count: fit.missing.length });
  return fits[0] === fit ? fill(t.fitBest, { name }) : name;
}
