import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLogin, useLocaleState } from 'react-admin';
import { api, issuesOf } from '../api/client.ts';
import type { Issue, SignIn, Welcome } from '../../schemas/index.ts';
import { useIssueText } from '../texts/use-issue-text.ts';
import { useLabel } from '../texts/use-label.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DemoPeople } from './demo-people.tsx';
import { PasswordForm } from './password-form.tsx';
import { SetupForm } from './setup-form.tsx';
import { texts } from './texts.ts';

/** Where one signs in: by password, in the demonstration by a click; and where the first administrator is made. */
export function SignInPage() {
  const t = useTexts(texts);
  const label = useLabel();
  const issueText = useIssueText();
  const login = useLogin();
  const client = useQueryClient();
  const [locale, setLocale] = useLocaleState();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const { data, error } = useQuery({
    queryKey: ['welcome'],
    queryFn: async () => (await api<Welcome>('GET', '/welcome')).body,
    retry: 2,
  });

  const signIn = async (credentials: SignIn) => {
    setIssues([]);
    try {
      client.removeQueries({ queryKey: ['session'] });
      await login(credentials);
    } catch (problem) {
      setIssues(issuesOf(problem));
    }
  };
  const shown = error === null ? issues : issuesOf(error);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        p: 2,
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'start',
        gap: 2,
        bgcolor: 'background.default',
      }}
    >
      <Box sx={{ width: '100%', maxWidth: 720, display: 'flex', justifyContent: 'flex-end' }}>
        <Button
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          {t.other}
        </Button>
      </Box>
      <Typography variant="h1">{t.welcome}</Typography>
      <Typography>
        {data?.company === null || data === undefined ? t.tagline : `${label(data.company)} · ${t.tagline}`}
      </Typography>
      <Card sx={{ width: '100%', maxWidth: 720 }}>
        <CardContent>
          {shown.map((issue) => (
            <Alert key={issue.code} severity="error" role="alert" sx={{ mb: 2 }}>
              {issueText(issue)}
            </Alert>
          ))}
          {data?.state === 'setup' && <SetupForm onIssues={setIssues} />}
          {data?.state === 'ready' && data.demo && (
            <DemoPeople people={data.people} onChoose={(person) => void signIn({ person })} />
          )}
          {data?.state === 'ready' && !data.demo && (
            <PasswordForm onSignIn={(credentials) => void signIn(credentials)} />
          )}
        </CardContent>
      </Card>
    </Box>
  );
}
