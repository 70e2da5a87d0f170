import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { TeamView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

interface Props {
  readonly team: TeamView;
  readonly stageName: (id: string) => string;
}

/** The stages a team was and will be in. */
export function StageHistory({ team, stageName }: Props) {
  const t = useTexts(texts);
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            {[t.stage, t.from, t.to].map((head) => (
              <TableCell key={head} component="th" scope="col">
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {team.stages.map(({ record, stage, from, to }) => (
            <TableRow key={record}>
              <TableCell>{stageName(stage)}</TableCell>
              <TableCell>{from ?? t.beginning}</TableCell>
              <TableCell>{to ?? t.open}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
