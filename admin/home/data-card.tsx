import {
  Box,
  Button,
  LinearProgress,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Link } from 'react-router-dom';
import { useCan } from '../api/use-can.ts';
import type { Preflight } from '../../schemas/index.ts';
import { useImportText } from '../runs/use-import-text.ts';
import { useFormat } from '../texts/use-format.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HomeCard } from './home-card.tsx';
import { texts } from './texts.ts';

/** Whether the data of the period are there; nothing yet while they are counted. */
export function DataCard({ preflight }: { readonly preflight: Preflight | null }) {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <HomeCard title={t.data}>
      {preflight === null ? (
        <Box>
          <Typography component="output">{t.counting}</Typography>
          <LinearProgress aria-label={t.counting} />
        </Box>
      ) : (
        <Completeness preflight={preflight} />
      )}
      {can('create', 'import') && (
        <Box>
          <Button component={Link} to="/imports/new" variant="outlined">
            {t.importFile}
          </Button>
        </Box>
      )}
    </HomeCard>
  );
}

function Completeness({ preflight }: { readonly preflight: Preflight }) {
  const t = useTexts(texts);
  const label = useLabel();
  const { number } = useFormat();
  const importText = useImportText();
  return (
    <TableContainer tabIndex={0}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">
              {t.dataset}
            </TableCell>
            <TableCell component="th" scope="col" align="right">
              {t.records}
            </TableCell>
            <TableCell component="th" scope="col">
              {t.lastImport}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {preflight.datasets.map(({ dataset, name, records, last }) => (
            <TableRow key={dataset}>
              <TableCell component="th" scope="row">
                {records > 0 ? '✓' : '✗'}{' '}
                <MuiLink component={Link} to={`/datasets/${encodeURIComponent(dataset)}/show`}>
                  {label(name)}
                </MuiLink>
                <span className="visually-hidden"> {records > 0 ? t.complete : t.missing}</span>
              </TableCell>
              <TableCell align="right">{number(records)}</TableCell>
              <TableCell>{last === null ? t.none : importText(last)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
