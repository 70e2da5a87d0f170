import { Box } from '@mui/material';
import { useState } from 'react';
import { fill } from '../../../locales/index.ts';
import type { DecimalInput, Model } from '../../../schemas/index.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecimalField } from '../fields/decimal-field.tsx';
import { texts as modelTexts } from '../texts.ts';
import { limitsOf, roomOf, withLimit } from './strip.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly gradeName: (id: string) => string;
  readonly onChange: (document: Model) => void;
}

/** From which composite on each grade is. */
export function Limits({ document, gradeName, onChange }: Props) {
  const t = useTexts(modelTexts);
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 2 }}>
      {limitsOf(document.bands).map(({ above, value }, place) => (
        <LimitField
          key={above}
          label={fill(t.limit, { grade: gradeName(document.bands[above]!.grade) })}
          pointer={`/bands/${above}/from`}
          place={place}
          value={value}
          document={document}
          onChange={onChange}
        />
      ))}
    </Box>
  );
}

interface FieldProps extends Omit<Props, 'gradeName'> {
  readonly label: string;
  readonly pointer: string;
  readonly place: number;
  readonly value: DecimalInput;
}

/** A limit counts as soon as it lies between its neighbours; until then it stands as it is typed, and the field says so. */
function LimitField({ label, pointer, place, value, document, onChange }: FieldProps) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState<DecimalInput>();
  const { after, before } = roomOf(document.bands, place);
  const room = after === undefined ? t.below : before === undefined ? t.above : t.between;
  return (
    <DecimalField
      label={label}
      pointer={pointer}
      value={typed ?? value}
      wrong={typed === undefined ? undefined : fill(room, { after, before })}
      onChange={(next) => {
        const bands = withLimit(document.bands, place, next);
        setTyped(bands === undefined ? next : undefined);
        if (bands !== undefined) onChange({ ...document, bands });
      }}
    />
  );
}
