import { Alert, Button } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { DecimalInput, Model } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';
import { normalised, spreadAmong } from './weights/share-out.ts';
import { weightSum } from './weights/weights.ts';

interface Props {
  readonly document: Model;
  readonly onChange?: (document: Model) => void;
  /** Ids of metrics whose weights stay when the rest is spread. */
  readonly locked?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** What the weights add up to, and a way to bring them to 100. */
export function WeightSumLine({ document, onChange, locked = none }: Props) {
  const t = useTexts(texts);
  const { sum, off, state } = weightSum(document.metrics);
  const says = { exact: t.sumExact, under: t.sumUnder, over: t.sumOver, unreadable: t.sumUnreadable }[state];
  const places = document.metrics.flatMap(({ id }, at) => (locked.has(id) ? [at] : []));
  const spread = spreadAmong(
    document.metrics.map(({ weight }) => weight),
    new Set(places),
  );
  const change = (weights: readonly DecimalInput[]) =>
    onChange?.({
      ...document,
      metrics: document.metrics.map((metric, index) => ({ ...metric, weight: weights[index]! })),
    });
  return (
    <Alert
      severity={state === 'exact' ? 'success' : 'warning'}
      role="status"
      sx={{ my: 1, fontSize: '1rem', flexWrap: 'wrap' }}
      {...(onChange !== undefined &&
        (state === 'under' || state === 'over') && {
          action: (
            <>
              <Button
                color="inherit"
                disabled={spread === undefined}
                onClick={() => spread !== undefined && change(spread)}
              >
                {t.spread}
              </Button>
              {locked.size === 0 && (
                <Button
                  color="inherit"
                  onClick={() => change(normalised(document.metrics.map(({ weight }) => weight)))}
                >
                  {t.normalise}
                </Button>
              )}
            </>
          ),
        })}
    >
      {fill(says, { sum, off })}
    </Alert>
  );
}
