import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import AddIcon from '@mui/icons-material/PlaylistAdd';
import { IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { DecimalInput } from '../../../schemas/index.ts';
import { DecimalField } from './decimal-field.tsx';

interface Column<K extends string> {
  readonly key: K;
  readonly title: string;
  /** Of one field; {number} is its row's. */
  readonly label: string;
}

/** A button of each row; its title has the row's {number}. */
interface RowButton {
  readonly title: string;
  readonly disabled: boolean;
  readonly onClick: (index: number) => void;
}

interface Props<K extends string> {
  readonly title: string;
  /** What a row is. */
  readonly head: string;
  /** What the buttons of the rows do. */
  readonly buttonsHead: string;
  readonly columns: readonly [Column<K>, Column<K>];
  readonly rows: readonly Readonly<Record<K, DecimalInput>>[];
  /** JSON pointer of the rows. */
  readonly pointer: string;
  readonly onChange: (index: number, key: K, value: DecimalInput) => void;
  readonly insert?: RowButton;
  readonly remove: RowButton;
}

/** Pairs of figures as a table to fill in, such as the steps of a ladder or the points of a curve. */
export function FigureRows<K extends string>(props: Props<K>) {
  const { title, head, buttonsHead, columns, rows, pointer, onChange, insert, remove } = props;
  return (
    <Table size="small" aria-label={title} sx={{ width: 'auto', '& td, & th': { px: 0.5 } }}>
      <TableHead>
        <TableRow>
          {[head, ...columns.map((column) => column.title), buttonsHead].map((text) => (
            <TableCell key={text} component="th" scope="col">
              {text}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            <TableRow key={index}>
              <TableCell component="th" scope="row">
                {number}
              </TableCell>
              {columns.map(({ key, label }) => (
                <TableCell key={key}>
                  <DecimalField
                    label={fill(label, { number })}
                    column={`${title}-${key}`}
                    pointer={`${pointer}/${index}/${key}`}
                    value={row[key]}
                    onChange={(value) => onChange(index, key, value)}
                  />
                </TableCell>
              ))}
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {insert !== undefined && (
                  <IconButton
                    sx={{ p: 0.25 }}
                    title={fill(insert.title, { number })}
                    aria-label={fill(insert.title, { number })}
                    disabled={insert.disabled}
                    onClick={() => insert.onClick(index)}
                  >
                    <AddIcon />
                  </IconButton>
                )}
                <IconButton
                  sx={{ p: 0.25 }}
                  title={fill(remove.title, { number })}
                  aria-label={fill(remove.title, { number })}
                  disabled={remove.disabled}
                  onClick={() => remove.onClick(index)}
                >
                  <DeleteIcon />
                </IconButton>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
