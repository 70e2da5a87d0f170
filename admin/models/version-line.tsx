import { Typography } from '@mui/material';
import { fill } from '../../locales/index.ts';
import type { ModelVersionView } from '../../schemas/index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Which version, in which state, from when, by whom. */
export function VersionLine({ version }: { readonly version: ModelVersionView }) {
  const t = useTexts(texts);
  const authors = version.authors.map(({ name }) => name ?? '–').join(', ');
  const parts = [
    fill(t.versionIs, { version: version.version, state: t[`state_${version.state}`] }),
    ...(version.state === 'published'
      ? [fill(version.from === null ? t.since : t.from, { version: version.version, from: version.from })]
      : []),
    ...(authors === '' ? [] : [fill(t.by, { authors })]),
    ...(version.reason === null ? [] : [version.reason]),
  ];
  return <Typography>{parts.join(' · ')}</Typography>;
}
