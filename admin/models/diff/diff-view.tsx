import { Box, Link, List, ListItem, Typography } from '@mui/material';
import { useMemo } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model, ModelVersionView } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { diffSections, type DiffSection } from './sections.ts';
import { texts } from './texts.ts';

interface Props {
  /** What the draft is based on; undefined for the first version of a model. */
  readonly base: ModelVersionView | undefined;
  readonly document: Model;
  /** Goes to what a sentence is about. */
  readonly onJump?: (pointer: string) => void;
}

/** What a draft says differently from the version it is based on, in sentences. */
export function DiffView({ base, document, onJump }: Props) {
  const t = useTexts(texts);
  return (
    <section aria-label={t.heading}>
      <Typography variant="h2">{t.heading}</Typography>
      {base === undefined ? (
        <Typography>{t.noBase}</Typography>
      ) : (
        <>
          <Typography variant="body2">{fill(t.headingBase, { version: base.version })}</Typography>
          <DiffSections before={base.document} after={document} {...(onJump && { onJump })}>
            {fill(t.nothing, { version: base.version })}
          </DiffSections>
        </>
      )}
    </section>
  );
}

interface SectionsProps {
  readonly before: Model;
  readonly after: Model;
  readonly onJump?: (pointer: string) => void;
  /** What stands there where nothing differs. */
  readonly children: string;
}

/** The differences between two documents, by metric, rule and so on. */
export function DiffSections({ before, after, onJump, children }: SectionsProps) {
  const language = useLanguage();
  const { name: stageName } = useStages();
  const sections = useMemo(
    () => diffSections(before, after, language, stageName),
    [before, after, language, stageName],
  );
  if (sections.length === 0) return <Typography>{children}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
      {sections.map((section) => (
        <OneSection key={section.key} section={section} {...(onJump && { onJump })} />
      ))}
    </Box>
  );
}

function OneSection({
  section,
  onJump,
}: {
  readonly section: DiffSection;
  readonly onJump?: (pointer: string) => void;
}) {
  return (
    <Box>
      <Typography variant="h3">{section.title}</Typography>
      <List dense disablePadding sx={{ listStyle: 'disc', pl: 3 }}>
        {section.sentences.map(({ text, pointer }) => (
          <ListItem key={`${pointer} ${text}`} disablePadding sx={{ display: 'list-item' }}>
            {onJump === undefined ? (
              <span>{text}</span>
            ) : (
              <Link
                component="button"
                type="button"
                color="inherit"
                onClick={() => onJump(pointer)}
                sx={{
                  textAlign: 'left',
                  overflowWrap: 'anywhere',
                  minHeight: 24,
                  font: 'inherit',
                  verticalAlign: 'top',
                }}
              >
                {text}
              </Link>
            )}
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
