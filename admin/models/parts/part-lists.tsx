import RemoveIcon from '@mui/icons-material/DeleteOutline';
import EditIcon from '@mui/icons-material/Edit';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { Box, Button, IconButton, List, ListItem, Typography } from '@mui/material';
import { lazy, Suspense, useMemo, useState } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Labels, Model } from '../../../schemas/index.ts';
import { textOf, type Json, type JsonRecord } from '../../schema-form/surroundings.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { listKinds, newPart, singleKinds, withPart, type ListKind, type PartKind } from './part-kinds.ts';
import { texts } from './texts.ts';
import { useModelSurroundings } from './use-model-surroundings.ts';

// The forms and the condition builder in them are large, and needed by who edits only.
const PartDialog = lazy(async () => ({ default: (await import('./part-dialog.tsx')).PartDialog }));

interface Props {
  readonly document: Model;
  readonly onChange: (document: Model) => void;
}

interface Open {
  readonly kind: PartKind;
  /** In a list; one past the last: a new one. */
  readonly at: number | undefined;
  readonly part: JsonRecord;
}

/** What a model has besides metrics, bands and rules: each edited by the form that its schema makes. */
export function PartLists({ document, onChange }: Props) {
  const t = useTexts(texts);
  const { datasets, surroundings } = useModelSurroundings(document);
  const [open, setOpen] = useState<Open>();
  const begin = (kind: PartKind, at?: number) =>
    setOpen({
      kind,
      at,
      part: newPart(document, kind, surroundings, {
        zh: texts.zh.newName,
        en: texts.en.newName,
      }),
    });
  const placed = useMemo(() => {
    const { kind, at } = open ?? {};
    return (part: JsonRecord) => {
      if (kind === undefined) return document;
      if (at === undefined) return withPart(document, kind, part);
      return withPart(document, kind, itemsOf(document, kind as ListKind).toSpliced(at, 1, part));
    };
  }, [document, open]);
  return (
    <Box component="details" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        <Typography component="h2" variant="h2" sx={{ display: 'inline' }}>
          {t.title}
        </Typography>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {t.hint}
      </Typography>
      {listKinds.map((kind) => (
        <Box key={kind} sx={{ mt: 2 }}>
          <Typography variant="h3">{t[kind]}</Typography>
          <OneList
            kind={kind}
            document={document}
            onChange={onChange}
            onOpen={(at, part) => setOpen({ kind, at, part })}
          />
          <Button size="small" onClick={() => begin(kind, itemsOf(document, kind).length)}>
            {fill(t.add, { kind: t[kind] })}
          </Button>
        </Box>
      ))}
      {singleKinds.map((kind) => {
        const part = document[kind] as unknown as JsonRecord | undefined;
        return (
          <Box key={kind} sx={{ mt: 2 }}>
            <Typography variant="h3">{t[kind]}</Typography>
            {part === undefined ? (
              <Button size="small" onClick={() => begin(kind)}>
                {fill(t.add, { kind: t[kind] })}
              </Button>
            ) : (
              <>
                <Button size="small" onClick={() => setOpen({ kind, at: undefined, part })}>
                  {fill(t.open, { name: t[kind] })}
                </Button>
                <Button size="small" onClick={() => onChange(withPart(document, kind, undefined))}>
                  {fill(t.remove, { name: t[kind] })}
                </Button>
              </>
            )}
          </Box>
        );
      })}
      {open !== undefined && (
        <Suspense>
          <PartDialog
            kind={open.kind}
            part={open.part}
            pointer={`/${open.kind}${open.at === undefined ? '' : `/${open.at}`}`}
            placed={placed}
            datasets={datasets}
            surroundings={surroundings}
            onSave={(part) => {
              onChange(placed(part));
              setOpen(undefined);
            }}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Box>
  );
}

interface ListProps extends Props {
  readonly kind: ListKind;
  readonly onOpen: (at: number, part: JsonRecord) => void;
}

function OneList({ kind, document, onChange, onOpen }: ListProps) {
  const t = useTexts(texts);
  const label = useLabel();
  const items = itemsOf(document, kind);
  if (items.length === 0) return <Typography>{t.none}</Typography>;
  const set = (next: readonly Json[]) => onChange(withPart(document, kind, next));
  return (
    <List dense disablePadding>
      {items.map((item, at) => {
        const name = label(item['name'] as unknown as Labels);
        return (
          <ListItem key={textOf(item['id'])} disableGutters sx={{ flexWrap: 'wrap', columnGap: 1 }}>
            <Box sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>{name}</Box>
            <IconButton
              size="small"
              aria-label={fill(t.open, { name })}
              onClick={() => onOpen(at, item)}
              data-pointer={`/${kind}/${at}`}
            >
              <EditIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={fill(t.up, { name })}
              disabled={at === 0}
              onClick={() => set(items.with(at, items[at - 1]!).with(at - 1, item))}
            >
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={fill(t.remove, { name })}
              disabled={kind === 'measures' && items.length === 1}
              onClick={() => set(items.toSpliced(at, 1))}
            >
              <RemoveIcon fontSize="small" />
            </IconButton>
          </ListItem>
        );
      })}
    </List>
  );
}

function itemsOf(document: Model, kind: ListKind): readonly JsonRecord[] {
  return (document[kind] ?? []) as unknown as readonly JsonRecord[];
}
