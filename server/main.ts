import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { hasAdmin } from './access/accounts.ts';
import { sessionCookie } from './access/cookie.ts';
import { createApp } from './api/app.ts';
import { readContract } from './api/contract.ts';
import { errorFacts } from './api/error-facts.ts';
import { httpServer } from './api/http-server.ts';
import { allRoutes } from './api/routes.ts';
import type { Services } from './api/services.ts';
import { keepUp, upkeepOf } from './api/upkeep.ts';
import { readConfig, type Config } from './config.ts';
import { currentDefinitions } from './definitions/definitions.ts';
import { adoptStarter, bundledStarter } from './definitions/starter.ts';
import { loadDemoAccounts } from './demo/accounts.ts';
import { loadDemo } from './demo/load.ts';
import { packageRoot } from './files/package-root.ts';
import { inProcessPerformer } from './jobs/in-process.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { workerPerformer } from './jobs/worker-thread.ts';
import { countForPreflight } from './runs/preflight.ts';
import { countOnThread } from './runs/preflight-thread.ts';
import { openPreflights } from './runs/preflights.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

const config = readConfig(process.env);
const log = pino({ level: process.stdout.isTTY ? 'warn' : 'info' });
const clock = () => new Date();

await mkdir(config.folder, { recursive: true, mode: 0o700 });
const store = await openStore(config);
const demo = await beginFolder(store, config);
// A thread cannot load sources.
const isBuilt = import.meta.url.endsWith('.js');
const jobs = await openJobs({
  store,
  performer: isBuilt
    ? workerPerformer({ mongodbUri: config.mongodbUri, folder: config.folder })
    : inProcessPerformer({ store, folder: config.folder }),
  clock,
  onBroken: (error) => log.error({ error: errorFacts(error) }, 'job failed'),
});
const preflights = openPreflights({
  store,
  count: isBuilt
    ? countOnThread({ mongodbUri: config.mongodbUri, folder: config.folder })
    : (period) => countForPreflight(store, period),
  patience: 60,
});
const upkeep = upkeepOf({ store, folder: config.folder, clock });
await upkeep.pass();
const endUpkeep = keepUp(upkeep, 60 * 60_000, (error) =>
  log.error({ error: errorFacts(error) }, 'upkeep failed'),
);
const services: Services = {
  store,
  folder: config.folder,
  jobs,
  preflights,
  clock,
  demo,
  cookie: sessionCookie(config.origin.startsWith('https:')),
  setupToken: randomBytes(18).toString('base64url'),
};
const adminFolder = join(packageRoot(), 'dist', 'admin');
const app = createApp(services, {
  contract: readContract(),
  routes: allRoutes(services),
  origin: config.origin,
  ...(existsSync(join(adminFolder, 'index.html')) && { adminFolder }),
  proxies: config.proxies,
  log,
});
const server = httpServer(app);
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.listen(config.port, config.host, () => void greet());

/**
 * A folder stays what it was begun as: the demonstration, or somebody's real data. What it begins with is loaded
 * once, and again only where that was broken off: later it would undo what was changed meanwhile.
 */
async function beginFolder(store: Store, { folder, demo: asked, host }: Config): Promise<boolean> {
  const mark = join(folder, 'kind');
  const [kind, loaded] = (await readFile(mark, 'utf8').catch(() => '')).split(' ');
  const isEmpty = async () => (await currentDefinitions(store, 'company')).length === 0;
  const demo = kind === '' ? asked !== false && (await isEmpty()) : kind === 'demo';
  if (demo && host !== '127.0.0.1' && host !== 'localhost' && host !== '::1') {
    throw new Error('the demonstration, where nobody needs a password, listens on 127.0.0.1 only');
  }
  if (loaded === 'loaded') return demo;
  const name = demo ? 'demo' : 'real';
  await writeFile(mark, name);
  if (demo) {
    await loadDemo(store);
    await loadDemoAccounts(store, clock);
  } else if (await isEmpty()) {
    await adoptStarter(store, await bundledStarter());
  }
  await writeFile(mark, `${name} loaded`);
  return demo;
}

async function greet(): Promise<void> {
  const lines = [`Meritscale 绩衡: ${config.origin}`];
  if (demo) {
    lines.push(
      'Demo company: choose on the sign-in page whom you want to be. 示例公司：在登录页选择身份即可。',
    );
  } else if (!(await hasAdmin(store))) {
    lines.push(`One-time token for the first administrator 首位管理员的一次性令牌: ${services.setupToken}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    endUpkeep();
    // Whoever still listens to events would keep the server for ever.
    server.close();
    server.closeAllConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
    void jobs
      .close()
      .then(() => store.close())
      .then(() => process.exit(0));
  });
}
