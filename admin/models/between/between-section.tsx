import { List, ListItem, Typography } from '@mui/material';
import { Fragment } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useStages } from '../../people/use-stages.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { texts } from '../diff/texts.ts';
import { partsText, readerOf } from '../diff/values.ts';

const lists = ['overlays', 'points', 'gates', 'conflicts'] as const;

/** What stands between the metrics of a model and its grade, item by item, to read; nothing where there is none. */
export function BetweenSection({ document }: { readonly document: Model }) {
  const t = useTexts(texts);
  const { name: stageName } = useStages();
  const reader = readerOf(document, useLanguage(), stageName);
  const { adjustments, pointsBound } = document;
  const whole = [
    ...(pointsBound === undefined ? [] : ([['pointsBound', pointsBound]] as const)),
    ...(adjustments === undefined ? [] : ([['adjustments', adjustments]] as const)),
  ];
  return (
    <>
      {lists.map((list) => {
        const items = document[list] ?? [];
        if (items.length === 0) return null;
        return (
          <Fragment key={list}>
            <Typography variant="h2">{t[`section_${list}`]}</Typography>
            <List dense>
              {items.map(({ id: _id, name, ...rest }, index) => (
                <ListItem key={index} disableGutters>
                  <Typography>
                    {fill(t.detail, {
                      field: name[reader.language],
                      value: partsText(reader, rest, list, ''),
                    })}
                  </Typography>
                </ListItem>
              ))}
            </List>
          </Fragment>
        );
      })}
      {whole.map(([key, value]) => (
        <Typography key={key}>
          {fill(t.detail, { field: t[key], value: partsText(reader, value, 'model', key) })}
        </Typography>
      ))}
    </>
  );
}
