import CopyIcon from '@mui/icons-material/ContentCopy';
import RemoveIcon from '@mui/icons-material/DeleteOutline';
import EditIcon from '@mui/icons-material/Edit';
import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { Box, Button, IconButton, List, ListItem, Typography } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { fill } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import {
  copied,
  itemsOf,
  newRule,
  ruleKinds,
  withItems,
  type RuleItem,
  type RuleKind,
} from './rule-kinds.ts';
import { texts } from './texts.ts';

// The builder is large, and needed by who edits rules only.
const RuleDialog = lazy(async () => ({ default: (await import('./rule-dialog.tsx')).RuleDialog }));

interface Props {
  readonly document: Model;
  readonly onChange: (document: Model) => void;
}

interface Open {
  readonly kind: RuleKind;
  /** One past the last: a new one. */
  readonly at: number;
  readonly item: RuleItem;
}

/** Every list of rules, to add to, to put in order, and to edit by form. */
export function RuleLists({ document, onChange }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Open>();
  const add = (kind: RuleKind) => {
    const name = {
      zh: fill(texts.zh.newName, { kind: texts.zh[kind] }),
      en: fill(texts.en.newName, { kind: texts.en[kind] }),
    };
    setOpen({ kind, at: itemsOf(document, kind).length, item: newRule(document, kind, name) });
  };
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
      {ruleKinds.map((kind) => (
        <Box key={kind} sx={{ mt: 2 }}>
          <Typography variant="h3">{t[kind]}</Typography>
          <OneList
            kind={kind}
            document={document}
            onChange={onChange}
            onOpen={(at, item) => setOpen({ kind, at, item })}
          />
          <Button size="small" onClick={() => add(kind)}>
            {fill(t.add, { kind: t[kind] })}
          </Button>
        </Box>
      ))}
      {open !== undefined && (
        <Suspense>
          <RuleDialog
            {...open}
            document={document}
            onSave={(item) => {
              const items = itemsOf(document, open.kind);
              onChange(withItems(document, open.kind, items.toSpliced(open.at, 1, item)));
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
  readonly kind: RuleKind;
  readonly onOpen: (at: number, item: RuleItem) => void;
}

function OneList({ kind, document, onChange, onOpen }: ListProps) {
  const t = useTexts(texts);
  const label = useLabel();
  const items = itemsOf(document, kind);
  const set = (next: readonly RuleItem[]) => onChange(withItems(document, kind, next));
  if (items.length === 0) return <Typography>{t.none}</Typography>;
  return (
    <List dense disablePadding>
      {items.map((item, at) => {
        const name = label(item.name);
        const button = (text: string, icon: ReactNode, act: () => void, disabled = false) => (
          <IconButton size="small" aria-label={fill(text, { name })} disabled={disabled} onClick={act}>
            {icon}
          </IconButton>
        );
        const swapped = (other: number) => set(items.with(at, items[other]!).with(other, item));
        return (
          <ListItem key={item.id} disableGutters sx={{ flexWrap: 'wrap', columnGap: 1 }}>
            <Typography sx={{ flex: '1 1 200px' }}>{name}</Typography>
            {button(t.edit, <EditIcon fontSize="small" />, () => onOpen(at, item))}
            {button(t.copy, <CopyIcon fontSize="small" />, () =>
              set(items.toSpliced(at + 1, 0, copied(document, kind, item))),
            )}
            {button(t.up, <UpIcon fontSize="small" />, () => swapped(at - 1), at === 0)}
            {button(t.down, <DownIcon fontSize="small" />, () => swapped(at + 1), at === items.length - 1)}
            {button(t.remove, <RemoveIcon fontSize="small" />, () => set(items.toSpliced(at, 1)))}
          </ListItem>
        );
      })}
    </List>
  );
}
