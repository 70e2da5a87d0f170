import { Button, Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { ModelVersionView } from '../../schemas/index.ts';
import { download } from '../shared/download.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts as newModelTexts } from './new-model/texts.ts';
import { texts } from './texts.ts';

/** Which version, in which state, from when, by whom. */
export function VersionLine({ version }: { readonly version: ModelVersionView }) {
  const t = useTexts(texts);
  const { saveFile } = useTexts(newModelTexts);
  const authors = version.authors.map(({ name }) => name ?? '–').join(', ');
  const pilotText = ({ teams, drawn }: NonNullable<ModelVersionView['pilot']>) =>
    fill(drawn === undefined ? t.pilotOf : t.pilotDrawn, { teams: teams.join(', '), ...drawn });
  const parts = [
    fill(t.versionIs, { version: version.version, state: t[`state_${version.state}`] }),
    ...(version.state === 'published'
      ? [fill(version.from === null ? t.since : t.from, { version: version.version, from: version.from })]
      : []),
    ...(version.pilot === null ? [] : [pilotText(version.pilot)]),
    ...(authors === '' ? [] : [fill(t.by, { authors })]),
    ...(version.reason === null ? [] : [version.reason]),
  ];
  const save = () => {
    const text = `${JSON.stringify(version.document, undefined, 2)}\n`;
    download(`${version.id}.model.json`, 'application/json', text);
  };
  return (
    <Typography>
      {parts.join(' · ')}{' '}
      <Button size="small" onClick={save}>
        {saveFile}
      </Button>
    </Typography>
  );
}
