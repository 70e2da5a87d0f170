import { accessRoutes } from '../access/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { companyRoutes } from '../company/routes.ts';
import { datasetChangeRoutes } from '../datasets/change-routes.ts';
import { datasetRoutes } from '../datasets/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { importRoutes } from '../imports/routes.ts';
import { jobRoutes } from '../jobs/routes.ts';
import { modelRoutes } from '../models/routes.ts';
import { newModelRoutes } from '../models/new-model-routes.ts';
import { noteRoutes } from '../models/note-routes.ts';
import { reviewRoutes } from '../models/review-routes.ts';
import { personRoutes } from '../people/routes.ts';
import { recordRoutes } from '../records/routes.ts';
import { comparisonRoutes } from '../runs/comparison-routes.ts';
import { resultRoutes } from '../runs/result-routes.ts';
import { runRoutes } from '../runs/routes.ts';
import { teamRoutes } from '../teams/routes.ts';
import { versionComparisonRoutes } from '../version-comparisons/routes.ts';
import { whatIfRoutes } from '../what-if/routes.ts';
import { openApiRoute } from './openapi-route.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';

const features = [
  accessRoutes,
  auditRoutes,
  companyRoutes,
  datasetRoutes,
  datasetChangeRoutes,
  homeRoutes,
  importRoutes,
  jobRoutes,
  modelRoutes,
  newModelRoutes,
  noteRoutes,
  reviewRoutes,
  personRoutes,
  recordRoutes,
  comparisonRoutes,
  resultRoutes,
  runRoutes,
  teamRoutes,
  versionComparisonRoutes,
  whatIfRoutes,
];

/** Every way into the program. */
export function allRoutes(services: Services): Route[] {
  const routes: Route[] = features.flatMap((routesOf) => routesOf(services));
  routes.push(openApiRoute(services, () => routes));
  return routes;
}
