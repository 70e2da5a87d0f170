import { Box, List, ListItem, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { fill } from '../../../locales/index.ts';
import type { ModelRevisionView, ModelVersionView } from '../../../schemas/index.ts';
import { Section } from '../../shared/section.tsx';
import { useFormat } from '../../texts/use-format.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { storyOf } from './story.ts';
import { texts } from './texts.ts';

/** Every step in the life of a version, the last one first. */
export function VersionHistory({ version }: { readonly version: ModelVersionView }) {
  const t = useTexts(texts);
  const { instant } = useFormat();
  const { data: revisions = [] } = useGetList<ModelRevisionView>('model-revisions', {
    filter: { version: version.id },
    sort: { field: 'revision', order: 'DESC' },
    pagination: { page: 1, perPage: 1000 },
    // What was just done is in it.
    meta: { revision: version.revision },
  });
  return (
    <Section title={t.history} note={t.historyHint}>
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {fill(t.hash, { hash: version.hash })}
      </Typography>
      <List dense disablePadding>
        {storyOf(revisions).map(({ revision, step }) => (
          <ListItem key={revision.id} disableGutters sx={{ display: 'block' }}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {t[`step_${step}`]}
            </Box>
            {' · '}
            {[
              ...(step === 'inReview' ? [fill(t.round, { round: revision.round })] : []),
              revision.by === null ? t.program : (revision.by.name ?? '–'),
              instant(revision.at),
              ...(revision.reason === null ? [] : [revision.reason]),
            ].join(' · ')}
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
