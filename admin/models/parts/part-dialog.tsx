import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useMemo, useState, type FormEvent } from 'react';
import { check, checkAgainstDatasets, hasErrors } from '../../../engine/index.ts';
import { fill } from '../../../locales/index.ts';
import type { Dataset, Labels, Model } from '../../../schemas/index.ts';
import { RecordFields } from '../../schema-form/schema-field.tsx';
import {
  SurroundingsContext,
  textOf,
  type JsonRecord,
  type Surroundings,
} from '../../schema-form/surroundings.ts';
import { useLabel } from '../../texts/use-label.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { EditingContext } from '../editing/editing-context.ts';
import { DialogForm } from '../fields/dialog-form.tsx';
import { useFindingText } from '../findings/use-finding-text.ts';
import { MeasurePreview } from './measure-preview.tsx';
import { partShape, type PartKind } from './part-kinds.ts';
import { texts } from './texts.ts';

interface Props {
  readonly kind: PartKind;
  readonly part: JsonRecord;
  /** Where it stands in the model, and the model with it changed. */
  readonly pointer: string;
  readonly placed: (part: JsonRecord) => Model;
  readonly datasets: readonly Dataset[];
  readonly surroundings: Surroundings;
  readonly onSave: (part: JsonRecord) => void;
  readonly onClose: () => void;
}

const nowhere = () => undefined;

/** One part of a model by form; what is wrong with it stands beside the fields and below. */
export function PartDialog(props: Props) {
  const { kind, part, pointer, placed, datasets, surroundings, onSave, onClose } = props;
  const t = useTexts(texts);
  const label = useLabel();
  const findingText = useFindingText();
  const title = useId();
  const [edited, setEdited] = useState(part);
  const findings = useMemo(() => {
    const candidate = placed(edited);
    const found = check(candidate);
    const all = hasErrors(found) ? found : [...found, ...checkAgainstDatasets(candidate, datasets)];
    return all.filter((issue) => issue.pointer?.startsWith(pointer) === true);
  }, [placed, edited, datasets, pointer]);
  const editing = useMemo(() => ({ findings, jump: nowhere, jumpToJson: nowhere }), [findings]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(edited);
  };
  const name = edited['name'] as unknown as Labels | undefined;
  return (
    <EditingContext value={editing}>
      <SurroundingsContext value={surroundings}>
        <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={title}>
          <DialogForm onSubmit={save}>
            <DialogTitle id={title}>
              {name === undefined ? t[kind] : fill(t.dialog, { kind: t[kind], name: label(name) })}
            </DialogTitle>
            <DialogContent
              tabIndex={0}
              sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', pt: '8px !important' }}
            >
              <RecordFields
                shape={partShape(kind)}
                value={edited}
                pointer={pointer}
                owner=""
                field={kind}
                around={[]}
                onChange={(next) => setEdited(next as JsonRecord)}
              />
              {kind === 'measures' && (
                <MeasurePreview
                  document={placed(edited)}
                  measure={textOf(edited['id'])}
                  ready={!hasErrors(findings)}
                />
              )}
              {findings.map((issue) => (
                <Alert key={`${issue.code}${issue.pointer}`} severity={issue.severity}>
                  {findingText(issue)}
                </Alert>
              ))}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t.cancel}</Button>
              <Button type="submit" variant="contained">
                {t.save}
              </Button>
            </DialogActions>
          </DialogForm>
        </Dialog>
      </SurroundingsContext>
    </EditingContext>
  );
}
