/** Facts about public images that the rules on Compose files need. */

/** Images of databases, caches and brokers, and the ports that they serve. */
const databasePorts: Readonly<Record<string, readonly number[]>> = {
  cassandra: [9042],
  clickhouse: [8123, 9000],
  'clickhouse-server': [8123, 9000],
  couchdb: [5984],
  elasticsearch: [9200, 9300],
  etcd: [2379],
  influxdb: [8086],
  mariadb: [3306],
  memcached: [11211],
  mongo: [27017],
  mysql: [3306],
  neo4j: [7474, 7687],
  opensearch: [9200],
  percona: [3306],
  pgvector: [5432],
  postgis: [5432],
  postgres: [5432],
  postgresql: [5432],
  rabbitmq: [5672],
  redis: [6379],
  timescaledb: [5432],
  valkey: [6379],
};

/**
 * Docker Official Images that have no HEALTHCHECK of their own: these images leave it to whoever runs them.
 * https://github.com/docker-library/faq#healthcheck
 */
const officialWithoutHealthcheck = new Set([
  'alpine',
  'bash',
  'busybox',
  'caddy',
  'cassandra',
  'couchdb',
  'debian',
  'eclipse-temurin',
  'elixir',
  'golang',
  'haproxy',
  'httpd',
  'influxdb',
  'mariadb',
  'memcached',
  'mongo',
  'mysql',
  'nats',
  'neo4j',
  'nginx',
  'node',
  'php',
  'postgres',
  'python',
  'rabbitmq',
  'redis',
  'ruby',
  'rust',
  'traefik',
  'ubuntu',
  'valkey',
]);

/** Parts of an image reference. */
export interface ImageName {
  /** Without registry and tag: `library/postgres` is `postgres`. */
  repository: string;
  registry?: string;
  tag?: string;
  digest?: string;
}

/** Takes `registry/name:tag@digest` apart. */
export function parseImage(reference: string): ImageName {
  const [named = '', digest] = reference.split('@');
  const slash = named.indexOf('/');
  const host = slash === -1 ? '' : named.slice(0, slash);
  const isRegistry = /[.:]/.test(host) || host === 'localhost';
  const rest = isRegistry ? named.slice(slash + 1) : named;
  const colon = rest.lastIndexOf(':');
  const tag = colon > rest.lastIndexOf('/') ? rest.slice(colon + 1) : undefined;
  const repository = (tag === undefined ? rest : rest.slice(0, colon)).replace(/^library\//, '');
  return {
    repository,
    ...(isRegistry && host !== 'docker.io' && { registry: host }),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** The ports that a database image serves, or undefined when the image is not known to be one. */
export function databasePortsOf(reference: string): readonly number[] | undefined {
  const { repository } = parseImage(reference);
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return Object.hasOwn(databasePorts, name) ? databasePorts[name] : undefined;
}

/** Whether an image certainly has no health check of its own. */
export function lacksHealthcheck(reference: string): boolean {
  const { repository, registry } = parseImage(reference);
  return registry === undefined && officialWithoutHealthcheck.has(repository);
}
