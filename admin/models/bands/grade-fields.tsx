import { Box, Button, Typography } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { withValueAt } from '../document/pointer.ts';
import { Row } from '../fields/row.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { withGradeBelow, withoutGrade } from './grade-list.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  readonly onChange: (document: Model) => void;
}

/** What the grades are called, from the best to the worst; a new one takes half of the band above it. */
export function GradeFields({ document, onChange }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const change = (next: Model | undefined) => next !== undefined && onChange(next);
  return (
    <Box component="section" aria-label={t.grades} sx={{ display: 'grid', gap: 2, mt: 2 }}>
      <Typography variant="h3">{t.grades}</Typography>
      {document.grades.map(({ id, name }, index) => {
        const grade = label(name);
        const [more, fewer] = [withGradeBelow(document, id), withoutGrade(document, id)];
        return (
          <Row key={id}>
            {(['zh', 'en'] as const).map((language) => (
              <TextInput
                key={language}
                lang={language}
                label={fill(language === 'zh' ? t.nameZh : t.nameEn, { grade })}
                pointer={`/grades/${index}/name/${language}`}
                value={name[language]}
                onChange={(text) =>
                  onChange(withValueAt(document, `/grades/${index}/name/${language}`, text))
                }
              />
            ))}
            <Button
              aria-label={`${t.addShort}: ${fill(t.addBelow, { grade })}`}
              disabled={more === undefined}
              onClick={() => change(more)}
            >
              {t.addShort}
            </Button>
            <Button
              color="error"
              aria-label={`${t.removeShort}: ${fill(t.remove, { grade })}`}
              disabled={fewer === undefined}
              onClick={() => change(fewer)}
            >
              {t.removeShort}
            </Button>
          </Row>
        );
      })}
    </Box>
  );
}
