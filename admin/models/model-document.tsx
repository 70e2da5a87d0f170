import { Box, List, ListItem, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { Model } from '../../schemas/index.ts';
import { useLabel } from '../texts/use-label.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BandsStrip } from './bands-strip.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { ruleText } from './sentences.ts';
import { texts } from './texts.ts';

interface Props {
  readonly document: Model;
  /** Where it can be changed. */
  readonly onChange?: (document: Model) => void;
}

/** A model as people read it: metrics and weights, bands, rules in sentences. */
export function ModelDocument({ document, onChange }: Props) {
  const editing = onChange === undefined ? {} : { onChange };
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <MetricsTable document={document} {...editing} />
      <BandsStrip document={document} {...editing} />
      <Rules document={document} />
    </Box>
  );
}

function Rules({ document }: { readonly document: Model }) {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  const when = (conditions: Parameters<typeof ruleText>[1]) =>
    fill(t.when, { conditions: ruleText(document, conditions, language) });
  const gradeName = (id: string) => {
    const grade = document.grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  const gradeRules = (document.gradeRules ?? []).map(({ id, name, conditions, event }) => ({
    id,
    text: fill(t.becomes, {
      name: label(name),
      grade: gradeName(event.params.grade),
      when: when(conditions),
    }),
  }));
  const actions = (document.actions ?? []).map(({ id, name, conditions }) => ({
    id,
    text: fill(t.proposes, { name: label(name), when: when(conditions) }),
  }));
  return (
    <section aria-label={t.rules}>
      <Typography variant="h2">{t.gradeRules}</Typography>
      <Sentences items={gradeRules} />
      <Typography variant="h2">{t.actions}</Typography>
      <Sentences items={actions} />
    </section>
  );
}

function Sentences({ items }: { readonly items: readonly { readonly id: string; readonly text: string }[] }) {
  const t = useTexts(texts);
  if (items.length === 0) return <Typography>{t.noRules}</Typography>;
  return (
    <List dense>
      {items.map(({ id, text }) => (
        <ListItem key={id} disableGutters>
          {text}
        </ListItem>
      ))}
    </List>
  );
}
