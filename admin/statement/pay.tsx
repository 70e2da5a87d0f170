import { Card, CardContent, Typography } from '@mui/material';
import { payText } from '../../engine/pay/pay-text.ts';
import { fill } from '../../locales/index.ts';
import { Section } from '../shared/section.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** What is paid, line by line with the numbers put in; that it is hidden, from whom it is. */
export function PaySection({ view }: { readonly view: View }) {
  const t = useTexts(texts);
  const { model, result, statement, words, reasons, name } = view;
  if (statement.payHidden) {
    return (
      <Section title={words.pay}>
        <Typography>{t.payHidden}</Typography>
      </Section>
    );
  }
  const { pay } = result;
  if (pay === undefined) return null;
  const teller = {
    ...view,
    tell: (word: keyof typeof words, params: Readonly<Record<string, unknown>>) => fill(words[word], params),
  };
  const lines = (model.pay ?? []).map((line) => {
    const own = pay.lines[line.id]!;
    const because =
      own.missing === undefined ? [] : [fill(words.becauseMissing, { because: reasons[own.missing.reason] })];
    return {
      id: line.id,
      name: name(line.name),
      amount: own.amount,
      told: [...payText(teller, line, own), ...because],
    };
  });
  return (
    <Section title={words.pay}>
      <Card variant="outlined">
        <CardContent sx={{ display: 'grid', gap: 1 }}>
          {lines.map(({ id, name: called, amount, told }) => (
            <div key={id}>
              <Typography>
                {called}
                {t.colon}
                {amount ?? words.missing}
              </Typography>
              {told.map((text) => (
                <Typography
                  key={text}
                  variant="body2"
                  color="text.secondary"
                  sx={{ overflowWrap: 'anywhere' }}
                >
                  {text}
                </Typography>
              ))}
            </div>
          ))}
          <Typography sx={{ fontWeight: 600 }}>
            {words.payTotal}
            {t.colon}
            {pay.total ?? words.missing}
          </Typography>
        </CardContent>
      </Card>
    </Section>
  );
}
