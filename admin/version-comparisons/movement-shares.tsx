import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useExpanded, useRecordContext } from 'react-admin';
import { fill } from '../../locales/index.ts';
import type { VersionComparisonView, VersionMovementView } from '../../schemas/index.ts';
import { signed } from '../shared/figures.ts';
import { PlainTable } from '../shared/plain-table.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { BothVersions } from './both-versions.ts';
import { SideBySide } from './side-by-side.tsx';
import { texts } from './texts.ts';
import { useEditTexts } from './use-edit-texts.ts';

/** A person's name, which opens and closes what moved them: react-admin's arrow cannot be reached by keyboard. */
export function OpenShares({ movement: { id, name, subject } }: { readonly movement: VersionMovementView }) {
  const t = useTexts(texts);
  const [open, toggle] = useExpanded('version-movements', id);
  return (
    <MuiLink
      component="button"
      type="button"
      aria-expanded={open}
      {...(open && { 'aria-controls': `shares-${id}` })}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      sx={{ font: 'inherit', minHeight: 24, verticalAlign: 'baseline' }}
    >
      {name ?? `${t.nameErased} (${subject})`}
    </MuiLink>
  );
}

interface Props {
  readonly comparison: VersionComparisonView;
  readonly versions: BothVersions;
}

/** What each edit did to one person; it adds up to the change. */
export function MovementShares({ comparison, versions }: Props) {
  const t = useTexts(texts);
  const textOf = useEditTexts(versions);
  const movement = useRecordContext<VersionMovementView>();
  if (movement === undefined) return null;
  const { id, name, subject, shares, flip, delta, before, after } = movement;
  const title = fill(t.sharesOf, { name: name ?? subject });
  if (shares === null) {
    return (
      <Box id={`shares-${id}`} sx={{ p: 1, display: 'grid', gap: 1 }}>
        <Typography>{comparison.shares === null ? t.noShares : t.cannotShare}</Typography>
        <SideBySide movement={movement} />
      </Box>
    );
  }
  const sameGrade = before?.grade === after?.grade;
  return (
    <Box id={`shares-${id}`} sx={{ p: 1, display: 'grid', gap: 1, maxWidth: 1000 }}>
      <PlainTable
        title={title}
        columns={[
          { title: t.edit, wide: true },
          { title: t.share, number: true },
        ]}
        rows={[
          ...shares.map(({ edit, share }) => ({ key: edit, cells: [textOf(edit), signed(share)] })),
          { key: ' sum', cells: [t.sum, delta === null ? '—' : signed(delta)] },
        ]}
      />
      <Typography sx={{ whiteSpace: 'normal' }}>
        {sameGrade
          ? t.noFlip
          : flip !== null && fill(t.flip, { edits: flip.map((edit) => textOf(edit)).join(' + ') })}
      </Typography>
      <SideBySide movement={movement} />
    </Box>
  );
}
