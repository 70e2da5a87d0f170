import { Alert, Box, Card, CardContent, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { Title, useGetList } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { api, issuesOf } from '../api/client.ts';
import type {
  DatasetView,
  ImportMode,
  ImportOrder,
  Issue,
  JobView,
  UploadView,
} from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CheckStep } from './check-step.tsx';
import { ChooseFile } from './choose-file.tsx';
import { DoneStep } from './done-step.tsx';
import { FilePreview } from './file-preview.tsx';
import { MapColumns } from './map-columns.tsx';
import { proposedMapping, type Mapping } from './mapping.ts';
import { texts } from './texts.ts';

/** Where the wizard stands; each step keeps what the ones before found. */
type Stage =
  | { readonly step: 0 }
  | { readonly step: 1; readonly upload: UploadView }
  | { readonly step: 2; readonly upload: UploadView; readonly job: string }
  | { readonly step: 3; readonly upload: UploadView; readonly job: string };

/** A file into a dataset: choose it, say which column is which, see what would happen, do it. */
export function ImportWizard() {
  const t = useTexts(texts);
  const issueText = useIssueText();
  const [search] = useSearchParams();
  const [stage, setStage] = useState<Stage>({ step: 0 });
  const [chosen, setChosen] = useState(search.get('dataset') ?? '');
  const [mapping, setMapping] = useState<Mapping>({});
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: datasets = [] } = useGetList<DatasetView>('datasets', {
    pagination: { page: 1, perPage: 1000 },
  });
  const documents = datasets.map(({ document }) => document);
  const dataset = documents.find(({ id }) => id === chosen) ?? documents[0];
  const steps = [t.stepFile, t.stepMap, t.stepCheck, t.stepDone];

  // A reader who does not see the page is taken to the new step.
  useEffect(() => {
    if (stage.step > 0) heading.current?.focus();
  }, [stage.step]);

  const uploaded = (upload: UploadView) => {
    const best = search.get('dataset') ?? upload.fits[0]?.dataset ?? documents[0]?.id ?? '';
    setChosen(best);
    setMapping(proposedMapping(upload, best));
    setStage({ step: 1, upload });
  };
  const order = async (upload: UploadView, step: 2 | 3, mode: ImportMode) => {
    if (dataset === undefined) return;
    setIssues([]);
    const body: ImportOrder = {
      upload: upload.id,
      dataset: dataset.id,
      mapping: { ...mapping },
      mode,
      dryRun: step === 2,
    };
    try {
      const { body: job } = await api<JobView>('POST', '/imports', {
        body,
        idempotencyKey: crypto.randomUUID(),
      });
      setStage({ step, upload, job: job.id });
    } catch (error) {
      setIssues(issuesOf(error));
    }
  };

  return (
    <Box sx={{ maxWidth: 1100 }}>
      <Title title={t.wizard} />
      <Typography variant="h1">{t.wizard}</Typography>
      <Stepper activeStep={stage.step} alternativeLabel sx={{ my: 2 }}>
        {steps.map((name, index) => (
          <Step key={name} aria-current={index === stage.step ? 'step' : undefined}>
            <StepLabel>{name}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Card>
        <CardContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="h2" ref={heading} tabIndex={-1}>
            {steps[stage.step]}
          </Typography>
          {issues.map((issue) => (
            <Alert key={issue.code} severity="error" role="alert">
              {issueText(issue)}
            </Alert>
          ))}
          {stage.step === 0 && <ChooseFile onUploaded={uploaded} />}
          {stage.step === 1 && <FilePreview upload={stage.upload} />}
          {stage.step === 1 &&
            stage.upload.issues.map((issue) => (
              <Alert key={issue.code} severity="error">
                {issueText(issue)}
              </Alert>
            ))}
          {stage.step === 1 && dataset !== undefined && (
            <MapColumns
              upload={stage.upload}
              datasets={documents}
              dataset={dataset}
              mapping={mapping}
              onDataset={(id) => {
                setChosen(id);
                setMapping(proposedMapping(stage.upload, id));
              }}
              onMapping={setMapping}
              onBack={() => setStage({ step: 0 })}
              onNext={() => void order(stage.upload, 2, 'validRows')}
            />
          )}
          {stage.step === 2 && (
            <CheckStep
              job={stage.job}
              onBack={() => setStage({ step: 1, upload: stage.upload })}
              onImport={(mode) => void order(stage.upload, 3, mode)}
            />
          )}
          {stage.step === 3 && dataset !== undefined && (
            <DoneStep job={stage.job} dataset={dataset.id} onAgain={() => setStage({ step: 0 })} />
          )}
        </CardContent>
      </Card>
    </Box>
  );
}
