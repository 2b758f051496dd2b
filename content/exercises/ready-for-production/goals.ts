import {
  type ComposeCheck,
  debugPort,
  hotReloads,
  limits,
  noNewPrivileges,
  noSecretInFile,
  persists,
  publishesOnly,
  readOnlyRoot,
  restarts,
  runsItsImage,
  usesSecret,
  waitsForHealthy,
} from '@/checker/compose/goals.ts';
import {
  allOf,
  editReaches,
  environmentIs,
  healthcheckAsks,
  onlyOnThisMachine,
  runsPlainly,
} from '@/checker/compose/goals-of-environments.ts';
import { canWriteTo, hasOnlyCapabilities, readsSecretFrom } from '@/checker/compose/hardening-goals.ts';
import {
  all,
  editKeepsCached,
  type Goal,
  hasNoProgram,
  healthy,
  installsNo,
  listensOn,
  noLayerHolds,
  receivesSignals,
  runsAs,
  starts,
} from '@/checker/goals/index.ts';
import { onCompose, onImageOf } from '@/checker/goals/project.ts';
import { servesFile } from '@/checker/goals/web-root.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';
import { setup as web } from '../the-front-end-from-nothing/goals.ts';

/** The two Compose files are two projects, not one in two parts: production is the one that is judged as a whole. */
export const setup: ExerciseSetup = { ...web, compose: ['compose.prod.yaml'] };

const inProduction = (...checks: readonly ComposeCheck[]) => onCompose(allOf(...checks), 'compose.prod.yaml');
const inDevelopment = (...checks: readonly ComposeCheck[]) => onCompose(allOf(...checks), 'compose.dev.yaml');

export const goals: readonly Goal[] = [
  {
    id: 'order',
    sentence: 'In production the API waits for a healthy database, and the front end for a healthy API.',
    hint: 'A service is healthy when a check says so. Who asks the database, and with which program of its image? The short form of depends_on waits for a start only.',
    why: 'Started is not ready. Who asks too early fails, and some never ask again.',
    check: inProduction(
      healthcheckAsks('database', /\b(pg_isready|psql)\b/),
      waitsForHealthy('api', 'database'),
      waitsForHealthy('web', 'api'),
    ),
  },
  {
    id: 'one-door',
    sentence: 'In production only port 8080 of the front end is reached from outside.',
    hint: 'Services of one project reach each other by name, without a published port.',
    why: 'Every port that is open by mistake is one that nobody watches.',
    check: inProduction(
      publishesOnly('web', [8080]),
      publishesOnly('api', []),
      publishesOnly('database', []),
    ),
  },
  {
    id: 'limited',
    sentence: 'In production every service has a limit for CPU and for memory.',
    hint: 'Count: three services, two resources. The database is one of them.',
    why: WHY.limited,
    check: inProduction(limits('web'), limits('api'), limits('database')),
  },
  {
    id: 'lasts',
    sentence: 'In production every service comes back after a crash, and the data outlive the database.',
    hint: 'The image of PostgreSQL 17 writes to /var/lib/postgresql/data. What there has a name, and stays?',
    why: 'Crashes come at night, and a container that is replaced takes along what was written into it.',
    check: inProduction(
      restarts('web'),
      restarts('api'),
      restarts('database'),
      persists('database', '/var/lib/postgresql/data'),
    ),
  },
  {
    id: 'secret-as-a-file',
    sentence: 'In production the password reaches API and database as a file, and stands nowhere.',
    hint: 'Declared, granted, and named: three places for each service. Compare each variable with the path at which the secret appears.',
    why: 'A value in the environment shows in docker inspect and in every child process, and one in the file in the history of the repository.',
    check: inProduction(
      noSecretInFile(),
      usesSecret('database'),
      readsSecretFrom('database', 'POSTGRES_PASSWORD_FILE', 'database-password'),
      usesSecret('api'),
      readsSecretFrom('api', 'DATABASE_PASSWORD_FILE', 'database-password'),
      environmentIs('api', 'DATABASE_HOST', 'database'),
    ),
  },
  {
    id: 'hardened',
    sentence: 'In production front end and API have no capabilities and can write nothing but /tmp.',
    hint: 'Four keys for each of the two: one for the root file system, one for /tmp, two for what processes may become.',
    why: WHY.lessPrivileges,
    check: inProduction(
      ...['web', 'api'].flatMap((service) => [
        readOnlyRoot(service),
        canWriteTo(service, '/tmp'),
        hasOnlyCapabilities(service, []),
        noNewPrivileges(service),
      ]),
    ),
  },
  {
    id: 'as-built',
    sentence: 'In production all run as they were built: no source is mounted, nothing reloads.',
    hint: 'What may change on a server after the build?',
    why: 'What runs should be what was tested and scanned, and nothing else.',
    check: inProduction(runsItsImage(), runsPlainly()),
  },
  {
    id: 'edit-runs',
    sentence: 'In development an edit of api/main.py runs at once.',
    hint: 'The changed file must arrive at /app/main.py, and something must start the server again.',
    why: 'Building an image for each edit takes longer than the edit, and soon nobody develops in the container.',
    check: inDevelopment(editReaches('api', 'api/main.py', '/app/main.py'), hotReloads('api')),
  },
  {
    id: 'debugger',
    sentence: 'In development a debugger attaches to port 5678, from this machine alone.',
    hint: 'debugpy listens on the loopback of its container unless told otherwise. And on which address of the host is the port published?',
    why: 'Whoever reaches a debugger runs any code in the process. On a network it is an open door.',
    check: inDevelopment(debugPort('api', 5678), onlyOnThisMachine('api', 5678)),
  },
  {
    id: 'api-image',
    sentence:
      'The image of the API starts, is not root, says whether it is healthy, stops when told, and has no development tools and no .env.',
    hint: 'Each of these was a goal of the exercise before. Open api/Dockerfile and look for the one that is lost.',
    why: WHY.serves,
    check: onImageOf(
      { context: 'api' },
      all(
        starts(),
        listensOn(8000),
        runsAs('nonRoot'),
        healthy({ port: 8000, path: '/health' }),
        receivesSignals(),
        editKeepsCached('main.py', 'dependency install'),
        installsNo('pip', 'debugpy'),
        noLayerHolds('.env'),
      ),
    ),
  },
  {
    id: 'web-image',
    sentence: 'The image of the front end serves the built page on port 8080, is not root, and has no Node.',
    hint: 'Each of these was a goal of the exercise before. Open web/Dockerfile and look for the one that is lost.',
    why: WHY.serves,
    check: onImageOf(
      { context: 'web' },
      all(
        starts(),
        listensOn(8080),
        servesFile('index.html'),
        runsAs('nonRoot'),
        hasNoProgram('node', 'npm'),
        editKeepsCached('pages/index.md', 'dependency install'),
      ),
    ),
  },
];
