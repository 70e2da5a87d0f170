import { Alert, Box, Button, Typography } from '@mui/material';
import { useId, useMemo, useState } from 'react';
import type { Issue, Model } from '../../../schemas/index.ts';
import { useDraft } from '../../shared/use-draft.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useFindingText } from '../findings/use-finding-text.ts';
import { texts as modelTexts } from '../texts.ts';
import { JsonEditor } from './json-editor.tsx';
import { placeOf, type Stretch } from './places.ts';
import { ProblemList } from './problem-list.tsx';
import { placeIssues, readModel } from './read-model.ts';
import { texts } from './texts.ts';

/** Where to go in the text; another object goes there again. */
export interface Wanted {
  readonly pointer: string;
}

export interface JsonPanelProps {
  /** Under which name what is typed is kept. */
  readonly name: string;
  readonly document: Model;
  readonly findings: readonly Issue[];
  readonly wanted: Wanted | undefined;
  readonly onApply?: (document: Model) => void;
  /** What was saved as it was typed, no model yet. */
  readonly saved?: string | null;
  /** Saves what is typed as it is; null: throws what was saved away. */
  readonly onKeep?: (text: string | null) => void;
}

/** What is typed, and the text that stood there when somebody began to type. */
interface Typed {
  readonly text: string;
  readonly over: string;
}

/** A document as a JSON text to edit: what is typed counts once it is taken over. */
export function JsonPanel(props: JsonPanelProps) {
  const { name, document, findings, wanted, onApply, saved = null, onKeep } = props;
  const t = useTexts(texts);
  const { json: title, apply } = useTexts(modelTexts);
  const findingText = useFindingText();
  const help = useId();
  const written = useMemo(() => JSON.stringify(document, null, 2), [document]);
  const [own, keep] = useDraft<Typed>(`model-json/${name}`);
  const typed = own ?? (saved === null ? undefined : { text: saved, over: written });
  const foreign = typed?.text;
  const text = foreign ?? written;
  const read = useMemo(() => (foreign === undefined ? undefined : readModel(foreign)), [foreign]);
  const [chosen, setChosen] = useState<Stretch>();
  const [followed, setFollowed] = useState<Wanted>();
  if (wanted !== undefined && wanted !== followed) {
    setFollowed(wanted);
    setChosen(placeOf(text, wanted.pointer));
  }
  const issues = useMemo(() => read?.issues ?? placeIssues(written, findings), [read, written, findings]);
  const marks = issues.map(({ from, to, issue }) => ({
    from,
    to,
    severity: issue.severity,
    text: findingText(issue),
  }));
  const model = read?.model;
  return (
    <>
      {onApply !== undefined && <Typography>{t.hint}</Typography>}
      <Typography id={help} variant="body2" color="text.secondary">
        {onApply === undefined ? t.readOnly : t.keys}
      </Typography>
      <JsonEditor
        label={title}
        describedBy={help}
        text={text}
        marks={marks}
        target={chosen}
        {...(onApply && { onChange: (next) => keep({ text: next, over: typed?.over ?? written }) })}
      />
      {read !== undefined && (
        <ProblemList issues={issues} applicable={model !== undefined} onChoose={setChosen} />
      )}
      {typed !== undefined && typed.over !== written && (
        <Alert severity="warning">{t.changedMeanwhile}</Alert>
      )}
      {onApply !== undefined && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Button
            variant="contained"
            disabled={model === undefined}
            onClick={() => {
              onApply(model!);
              keep(undefined);
            }}
          >
            {apply}
          </Button>
          {own !== undefined && model === undefined && own.text !== saved && onKeep !== undefined && (
            <Button
              variant="outlined"
              onClick={() => {
                onKeep(own.text);
                keep(undefined);
              }}
            >
              {t.saveAsIs}
            </Button>
          )}
          {typed !== undefined && (
            <Button
              onClick={() => {
                keep(undefined);
                if (own === undefined) onKeep?.(null);
              }}
            >
              {t.discard}
            </Button>
          )}
          {typed !== undefined && <output>{own === undefined ? t.savedAsIs : t.unapplied}</output>}
        </Box>
      )}
    </>
  );
}
