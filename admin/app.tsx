import { Admin, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import * as accounts from './accounts/resources.tsx';
import { authProvider } from './api/auth-provider.ts';
import { dataProvider } from './api/data-provider.ts';
import * as audit from './audit/resources.tsx';
import * as company from './company/resources.tsx';
import * as comparisons from './comparisons/resources.tsx';
import * as data from './data/resources.tsx';
import { HomePage } from './home/home-page.tsx';
import { AppLayout } from './layout/layout.tsx';
import { darkTheme, lightTheme } from './layout/theme.ts';
import * as models from './models/resources.tsx';
import * as people from './people/resources.tsx';
import * as runs from './runs/resources.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import * as versionComparisons from './version-comparisons/resources.tsx';
import * as statement from './statement/resources.tsx';
import { i18nProvider } from './texts/i18n-provider.ts';

const folders = [
  models,
  runs,
  comparisons,
  versionComparisons,
  statement,
  data,
  people,
  company,
  accounts,
  audit,
];

/** The whole application: every folder of screens says which addresses are its own. */
export function App() {
  return (
    <BrowserRouter>
      <Admin
        title="绩衡 Meritscale"
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        layout={AppLayout}
        loginPage={SignInPage}
        dashboard={HomePage}
        theme={lightTheme}
        darkTheme={darkTheme}
        requireAuth
        disableTelemetry
      >
        {folders.flatMap(({ resources }) =>
          resources.map((resource) => <Resource key={resource.name} {...resource} />),
        )}
        <CustomRoutes>
          {folders.flatMap(({ routes }) =>
            routes.map(({ path, element }) => <Route key={path} path={path ?? ''} element={element} />),
          )}
        </CustomRoutes>
      </Admin>
    </BrowserRouter>
  );
}
