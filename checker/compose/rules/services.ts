import type { ComposeProject, Mount, Reference, Service } from '../model.ts';
import { at, textOf } from '../service.ts';

/** Whether a service does its work once and ends, as a migration does. */
export function isOneShot(project: ComposeProject, service: Service): boolean {
  if (service.restart?.value === 'no' || service.restart?.value === 'none') return true;
  return project.tasks.has(service.name);
}

/** Whether somebody other than Compose keeps the service running. */
export function isManagedElsewhere(service: Service): boolean {
  return service.node.entries.has('provider');
}

/** Configuration and data that a mount may bring into production with good reason. */
const configuration =
  /\.(conf|cfg|ini|ya?ml|json|toml|env|pem|crt|cer|key|sql|sh|properties|xml|txt|template|cnf|tmpl|acl|htpasswd)$|(^|\/)(Caddyfile|certs?|config|conf(\.d)?|secrets?|data|db|logs?|uploads?|storage|backups?|init(db)?|migrations?|provisioning|dashboards|ssl|tls|letsencrypt)(\/|$)/i;

/** Whether a mount lays the project's own source over what the image holds. */
export function isSourceMount(service: Service, mount: Mount): boolean {
  if (mount.type !== 'bind' || mount.source === undefined || mount.target === undefined) return false;
  // What lies outside the project (`/etc/localtime`, `~/.ssh`) is no source of it.
  if (!/^\.{1,2}(\/|$)/.test(mount.source) || !service.build) return false;
  return !configuration.test(mount.source) && !configuration.test(mount.target);
}

/**
 * Whether a mount is the project itself or its usual source directory: then it brings in code even for a service
 * that runs a public image (`image: node:22` with `.:/app`).
 */
export function isProjectMount({ type, source, target }: Mount): boolean {
  return (
    type === 'bind' &&
    source !== undefined &&
    /^\.{1,2}(\/(src|app|lib)?)?\/?$/.test(source) &&
    !configuration.test(target ?? '')
  );
}

/** What a service uses of what is declared at the top of the file. */
export interface Use extends Reference {
  kind: 'network' | 'volume' | 'secret' | 'config' | 'service' | 'model';
  plural: 'networks' | 'volumes' | 'secrets' | 'configs' | 'services' | 'models';
}

/** Every name that a service uses and that must be declared. */
export function usesOf(service: Service): Use[] {
  const uses: Use[] = [];
  const add = (kind: Use['kind'], references: readonly Reference[]) => {
    for (const { name, node } of references) uses.push({ kind, plural: `${kind}s`, name, node });
  };
  add('network', service.networks ?? []);
  add(
    'volume',
    service.mounts.flatMap(({ type, source, node }) =>
      type === 'volume' && source !== undefined ? [{ name: source, node: at(node, 'source') ?? node }] : [],
    ),
  );
  add('secret', service.secrets);
  add('config', service.configs);
  add('model', service.models);
  const buildSecrets = at(service.node, 'build', 'secrets');
  for (const item of buildSecrets?.kind === 'sequence' ? buildSecrets.items : []) {
    const source = item.kind === 'mapping' ? at(item, 'source') : item;
    const name = textOf(source);
    if (source && name !== undefined) add('secret', [{ name, node: source }]);
  }
  add(
    'service',
    service.dependsOn.filter(({ required }) => required).map(({ service: name, node }) => ({ name, node })),
  );
  for (const key of ['network_mode', 'pid', 'ipc']) {
    const node = at(service.node, key);
    const name = /^service:(.+)$/.exec(textOf(node) ?? '')?.[1];
    if (node && name !== undefined) add('service', [{ name, node }]);
  }
  return uses;
}
