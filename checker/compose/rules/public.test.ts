import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCompose } from '../judge.ts';

/*
 * What the rules say of files in the manner of public projects, with the lines. Each was looked at: whatever is not
 * listed would be a false alarm, and whatever is listed is good advice.
 */
const said: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'airflow.yaml': { 'compose-secret-in-file': [9, 9, 9, 27] },
  'django.yml': {
    'compose-version': [1],
    'compose-secret-in-file': [10, 21],
    'compose-waits-for-start': [23],
  },
  'elastic.yaml': { 'compose-version': [1] },
  'gitlab.yaml': { 'compose-version': [1], 'compose-container-name': [5] },
  'harbor-style.yml': { 'compose-version': [1], 'compose-container-name': [5] },
  'home-assistant.yml': {
    'compose-version': [1],
    'compose-container-name': [4],
    'compose-privileged': [11],
    'compose-host-namespace': [12],
  },
  'immich.yaml': { 'compose-container-name': [4, 22, 28], 'compose-waits-for-start': [16, 17] },
  'include.yaml': {},
  'kafka.yaml': {},
  'laravel-sail.yml': { 'compose-waits-for-start': [24] },
  'long-syntax.yaml': { 'compose-host-namespace': [68] },
  'mailu-style.yml': {},
  'minio-cluster.yaml': { 'compose-waits-for-start': [28, 29] },
  'monitoring.yml': {
    'compose-version': [1],
    'compose-container-name': [10, 26],
    'compose-host-namespace': [12],
    'compose-privileged': [39],
  },
  'nextcloud.yaml': { 'compose-waits-for-start': [27, 28, 48, 49] },
  'old-links.yml': { 'compose-version': [1] },
  'ollama-gpu.yaml': { 'compose-container-name': [4] },
  'override.yaml': {},
  'pihole.yml': {
    'compose-container-name': [3],
    'compose-secret-in-file': [13],
    'compose-added-capabilities': [18],
  },
  'plausible.yml': { 'compose-secret-in-file': [8] },
  'portainer.yml': { 'compose-docker-socket': [9] },
  'quirks.yml': {},
  'rails.yml': { 'compose-secret-in-file': [13, 13, 13, 13, 43], 'compose-database-published': [44, 51] },
  'sentry.yaml': {},
  'spark.yml': {},
  'supabase.yaml': { 'compose-container-name': [4] },
  'swarm-stack.yml': { 'compose-version': [1] },
  'traefik.yaml': { 'compose-container-name': [4, 21], 'compose-docker-socket': [18] },
  'two-documents.yaml': {},
  'vaultwarden.yml': { 'compose-secret-in-file': [7] },
  'voting-app.yml': { 'compose-secret-in-file': [57] },
  'watch.yaml': {},
  'windows.yml': { 'compose-docker-socket': [7] },
  'wireguard.yml': { 'compose-added-capabilities': [4, 4] },
  'wordpress.yaml': { 'compose-waits-for-start': [14] },
  'zookeeper-ports.yml': { 'compose-version': [1] },
};

describe('rules find in a public file what is to be found, and nothing else', () => {
  it.each(Object.entries(said))('%s', (name, expected) => {
    const text = readFileSync(new URL(`../testing/public/${name}`, import.meta.url), 'utf8');
    const found: Record<string, number[]> = {};
    for (const { rule, range } of judgeCompose([{ path: name, text }]).diagnostics) {
      found[rule] = [...(found[rule] ?? []), range.startLine];
    }
    expect(found).toEqual(expected);
  });
});
