import { stageDependencies } from '../../dockerfile/convert/stage-graph.ts';
import { parseReference } from '../../dockerfile/reference.ts';
import { didYouMean, nearest } from '../../dockerfile/suggest.ts';
import type { Dockerfile, Instruction } from '../../dockerfile/types.ts';
import { FAMILIES } from '../facts/images.ts';
import { fullName } from './registry.ts';

/**
 * Images that are certainly not on Docker Hub. Of all others it is taken that they are there: nobody knows
 * what private registries and the machine itself hold.
 */

/** Names that are images of Docker Hub, so that a stage of a similar name is not what was meant. */
const OFFICIAL = new Set(
  (
    'adminer aerospike almalinux alpine amazoncorretto amazonlinux arangodb archlinux backdrop bash bonita ' +
    'buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clickhouse clojure composer consul ' +
    'couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx ' +
    'erlang fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe ' +
    'hello-world httpd hylang influxdb irssi java jenkins jetty joomla jruby julia kapacitor kibana kong krakend ' +
    'liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats ' +
    'neo4j neurodebian nextcloud nginx node odoo open-liberty openjdk opensuse oraclelinux orientdb percona perl ' +
    'photon php phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine ' +
    'registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa solr sonarqube spark spiped storm ' +
    'swift swipl teamspeak telegraf tomcat tomee traefik ubuntu unit valkey varnish vault websphere-liberty ' +
    'wordpress xwiki yourls znc zookeeper'
  ).split(' '),
);

/** What BuildKit suggests beside the stages of the file. */
const COMMON = ['alpine', 'busybox', 'centos', 'debian', 'golang', 'ubuntu', 'fedora'].flatMap((name) => [
  name,
  `docker.io/library${name}`,
  `${name}:latest`,
  `docker.io/library${name}:latest`,
]);

/**
 * BuildKit's words for the first image of the needed stages that cannot be there; null when all may be.
 * @param needed - indexes of the stages that are built.
 */
export function unresolvedImage(dockerfile: Dockerfile, needed: ReadonlySet<number>): string | null {
  const names = dockerfile.stages.map(({ name, index }) => name ?? `stage-${index}`);
  const isNeeded = (instruction: Instruction) =>
    dockerfile.stages.some(
      ({ index, from, instructions }) =>
        needed.has(index) && (from === instruction || instructions.some((own) => own === instruction)),
    );
  for (const { image, instruction } of stageDependencies(dockerfile, undefined).images) {
    if (!isNeeded(instruction) || !(isStageName(image, names) || isImpossibleVersion(image))) continue;
    const full = fullName(image);
    const suggestion = didYouMean(image, [...names, ...COMMON]);
    return `${image}: failed to resolve source metadata for ${full}: ${full}: not found${suggestion}`;
  }
  return null;
}

/** A name that no image of Docker Hub has, and that is, or nearly is, that of a stage which FROM cannot see. */
function isStageName(image: string, names: readonly string[]): boolean {
  if (!/^[a-z][\w-]*$/.test(image) || OFFICIAL.has(image)) return false;
  return names.includes(image) || nearest(image, names) !== null;
}

/** A version twice as high as the newest known one will not be there for years. */
function isImpossibleVersion(image: string): boolean {
  const { registry, path, tag } = parseReference(image);
  const family = FAMILIES[path.replace(/^library\//, '')];
  const asked = /^\d{1,3}(?![\w])/.exec(tag ?? '')?.[0];
  if (!family || asked === undefined || (registry !== null && registry !== 'docker.io')) return false;
  const known = [...Object.keys(family.suite ?? {}), ...family.sizes.split(' ')].flatMap((text) =>
    /^\d+/.test(text) ? [Number.parseInt(text, 10)] : [],
  );
  return known.length > 0 && Number(asked) > 2 * Math.max(...known) + 2;
}
