import { Button, List, ListItem, Typography } from '@mui/material';
import { fill } from '../../../locales/index.ts';
import type { ActionRule, Condition, GradeRule, Model, NamedCondition } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { withValueAt } from '../document/pointer.ts';
import { DecimalField } from '../fields/decimal-field.tsx';
import { Row } from '../fields/row.tsx';
import { ruleText } from '../sentences.ts';
import { texts } from '../texts.ts';
import { thresholdsOf } from './thresholds.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
}

/** The rules and the conditions they name in sentences, and the figures in their conditions to change. */
export function RulesSection({ document, onChange }: Props) {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  const when = (conditions: Condition) =>
    fill(t.when, { conditions: ruleText(document, conditions, language) });
  const gradeName = (id: string) => {
    const grade = document.grades.find((item) => item.id === id);
    return grade === undefined ? id : label(grade.name);
  };
  const becomes = ({ name, conditions, event }: GradeRule) =>
    fill(t.becomes, { name: label(name), grade: gradeName(event.params.grade), when: when(conditions) });
  const proposes = ({ name, conditions }: ActionRule) =>
    fill(t.proposes, { name: label(name), when: when(conditions) });
  const means = ({ name, conditions }: NamedCondition) =>
    fill(t.means, { name: label(name), conditions: ruleText(document, conditions, language) });
  const itemOf = (list: string, index: number, rule: Item['rule'], text: string): Item => ({
    pointer: `/${list}/${index}`,
    rule,
    text,
  });
  const named = (document.conditions ?? []).map((rule, index) =>
    itemOf('conditions', index, rule, means(rule)),
  );
  const gradeRules = (document.gradeRules ?? []).map((rule, index) =>
    itemOf('gradeRules', index, rule, becomes(rule)),
  );
  const actions = (document.actions ?? []).map((rule, index) =>
    itemOf('actions', index, rule, proposes(rule)),
  );
  const editing = { document, ...(onChange && { onChange }) };
  return (
    <section aria-label={t.rules}>
      {named.length > 0 && (
        <>
          <Typography variant="h2">{t.namedConditions}</Typography>
          <Sentences items={named} {...editing} />
        </>
      )}
      <Typography variant="h2">{t.gradeRules}</Typography>
      <Sentences items={gradeRules} {...editing} />
      <Typography variant="h2">{t.actions}</Typography>
      <Sentences items={actions} {...editing} />
    </section>
  );
}

interface Item {
  readonly pointer: string;
  readonly rule: GradeRule | ActionRule | NamedCondition;
  readonly text: string;
}

function Sentences({ items, document, onChange }: Props & { readonly items: readonly Item[] }) {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  if (items.length === 0) return <Typography>{t.noRules}</Typography>;
  return (
    <List dense>
      {items.map(({ pointer, rule, text }) => (
        <ListItem key={rule.id} disableGutters sx={{ display: 'block' }}>
          <Typography component="span">{text}</Typography>
          {onChange !== undefined && (
            <Button
              color="error"
              aria-label={fill(t.removeRule, { rule: label(rule.name) })}
              onClick={() => onChange(withValueAt(document, pointer, undefined))}
              sx={{ ml: 1 }}
            >
              {t.remove}
            </Button>
          )}
          {onChange !== undefined && (
            <Row>
              {thresholdsOf(rule.conditions, `${pointer}/conditions`).map((threshold) => (
                <label key={threshold.pointer}>
                  <Typography component="span" variant="body2" sx={{ display: 'block', maxWidth: 260 }}>
                    {ruleText(document, { ...threshold.comparison, value: '…' }, language)}
                  </Typography>
                  <DecimalField
                    label={`${label(rule.name)}: ${ruleText(document, { ...threshold.comparison, value: '…' }, language)}`}
                    column="threshold"
                    pointer={threshold.pointer}
                    value={threshold.value}
                    onChange={(next) => onChange(withValueAt(document, threshold.pointer, next))}
                  />
                </label>
              ))}
            </Row>
          )}
        </ListItem>
      ))}
    </List>
  );
}
