import { Alert, Box, Button, List, ListItem, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useGetList, useRefresh } from 'react-admin';
import { changesOf } from '../../../engine/difference/changes.ts';
import { fill } from '../../../locales/index.ts';
import type { Issue, ModelNoteView, ModelVersionView } from '../../../schemas/index.ts';
import { api, issuesOf } from '../../api/client.ts';
import { useCan } from '../../api/use-can.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { Section } from '../../shared/section.tsx';
import { useFormat } from '../../texts/use-format.ts';
import { useIssueText } from '../../texts/use-issue-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { placeText } from '../findings/place-text.ts';
import { texts } from './texts.ts';

interface Props {
  readonly version: ModelVersionView;
  /** What it is based on: what differs can be commented one by one. */
  readonly base: ModelVersionView | undefined;
}

/** What people said of a version and of each change in it, and a field to say more. */
export function NotesSection({ version, base }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const can = useCan();
  const { instant } = useFormat();
  const { data: notes = [] } = useGetList<ModelNoteView>('model-notes', {
    filter: { version: version.id },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 1000 },
  });
  if (!can('comment', 'model') && notes.length === 0) return null;
  const placeOf = (pointer: string) => placeText(version.document, pointer, language);
  return (
    <Section title={t.notes} note={t.notesHint}>
      {notes.length > 0 && (
        <List dense disablePadding>
          {notes.map((note) => (
            <ListItem key={note.id} disableGutters sx={{ display: 'block', overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {note.pointer === null ? t.wholeVersion : placeOf(note.pointer)}
              </Box>
              {' · '}
              {[
                note.by?.name ?? '–',
                instant(note.at),
                ...(note.reviewed.length === 0
                  ? []
                  : [fill(t.reviewedOf, { parts: note.reviewed.map((of) => t[`of_${of}`]).join(', ') })]),
              ].join(' · ')}
              <Box sx={{ whiteSpace: 'pre-wrap' }}>{note.text}</Box>
            </ListItem>
          ))}
        </List>
      )}
      {can('comment', 'model') && <NoteForm key={notes.length} version={version} base={base} />}
    </Section>
  );
}

function NoteForm({ version, base }: Props) {
  const t = useTexts(texts);
  const language = useLanguage();
  const issueText = useIssueText();
  const refresh = useRefresh();
  const key = useIdempotencyKey();
  const [text, setText] = useState('');
  const [pointer, setPointer] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const changes = base === undefined ? [] : changesOf(base.document, version.document);
  const places = new Map(
    changes.map((change) => [change.pointer, placeText(version.document, change.pointer, language)]),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIssues([]);
    try {
      await api('POST', `/model-versions/${encodeURIComponent(version.id)}/notes`, {
        body: { text, ...(pointer !== '' && { pointer }) },
        idempotencyKey: `${key}/${encodeURIComponent(text + pointer).slice(0, 150)}`,
      });
      refresh();
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => void send(event)}
      sx={{ display: 'grid', gap: 1, maxWidth: 720 }}
    >
      <ChoiceField
        label={t.noteAbout}
        pointer=""
        value={pointer}
        options={[{ id: '', name: t.wholeVersion }, ...[...places].map(([id, name]) => ({ id, name }))]}
        onChange={setPointer}
      />
      <TextField
        label={t.noteText}
        multiline
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {issues.map((issue) => (
        <Alert key={issue.code} severity="error" role="alert">
          {issueText(issue)}
        </Alert>
      ))}
      <Box>
        <Button type="submit" disabled={text.trim() === ''}>
          {t.noteSend}
        </Button>
      </Box>
    </Box>
  );
}
