import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { fill } from '../../../locales/index.ts';
import type { Model, ModelVersionView, ModelView, StarterModelView } from '../../../schemas/index.ts';
import { api } from '../../api/client.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { readModel, type PlacedIssue } from '../json/read-model.ts';
import { texts } from './texts.ts';

/** Where a new model comes from. */
export type Source = 'starter' | 'other' | 'file';

interface Props {
  readonly source: Source;
  readonly onChosen: (model: Model) => void;
}

const all = { pagination: { page: 1, perPage: 1000 } };

/** Which model, or which file; what is wrong with a file stands with its line. */
export function SourceField({ source, onChosen }: Props) {
  if (source === 'file') return <FileField onChosen={onChosen} />;
  return source === 'starter' ? <StarterField onChosen={onChosen} /> : <OtherField onChosen={onChosen} />;
}

type FieldProps = Pick<Props, 'onChosen'>;

function Choice({
  choices,
  onChoose,
}: {
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
}) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState('');
  return (
    <TextField
      select
      required
      label={t.which}
      value={chosen}
      onChange={(event) => {
        setChosen(event.target.value);
        onChoose(event.target.value);
      }}
    >
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function StarterField({ onChosen }: FieldProps) {
  const label = useLabel();
  const { data = [] } = useGetList<StarterModelView>('starter-models', all);
  return (
    <Choice
      choices={data.map(({ id, document }) => ({ id, name: label(document.name) }))}
      onChoose={(id) => onChosen(data.find((one) => one.id === id)!.document)}
    />
  );
}

function OtherField({ onChosen }: FieldProps) {
  const label = useLabel();
  const { data = [] } = useGetList<ModelView>('models', all);
  const choose = async (id: string) => {
    const model = data.find((one) => one.id === id)!;
    const version = model.published.at(-1)?.version ?? model.newest;
    const path = `/model-versions/${encodeURIComponent(`${id}@${version}`)}`;
    onChosen((await api<ModelVersionView>('GET', path)).body.document);
  };
  return (
    <Choice
      choices={data.map(({ id, name }) => ({ id, name: label(name) }))}
      onChoose={(id) => void choose(id)}
    />
  );
}

function FileField({ onChosen }: FieldProps) {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const [name, setName] = useState<string>();
  const [problems, setProblems] = useState<readonly PlacedIssue[]>([]);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    const { model, issues } = readModel(await file.text());
    setProblems(model === undefined ? issues : []);
    if (model !== undefined) onChosen(model);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button component="label" variant="outlined">
        {t.choose}
        <input
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          aria-label={t.choose}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </Button>
      {name !== undefined && <Typography>{fill(t.chosen, { name })}</Typography>}
      {problems.length > 0 && (
        <Alert severity="error" role="alert">
          {t.notModel}
          <ul>
            {problems.slice(0, 20).map(({ issue, line, from }) => (
              <li key={`${from}${issue.code}`}>
                {line}: {issueText(issue)} {issue.pointer}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Box>
  );
}
