/** How a setting of Compose is called on Kubernetes, and in what it is not the same. */
export interface Correspondence {
  compose: string;
  kubernetes: string;
  note: string;
}

export const kubernetes: readonly Correspondence[] = [
  {
    compose: '`deploy.resources.limits`',
    kubernetes: '`resources.limits`',
    note: 'Memory beyond the limit ends the container (137), CPU beyond it is slowed, on both.',
  },
  {
    compose: '`deploy.resources.reservations`',
    kubernetes: '`resources.requests`',
    note: 'Kubernetes places pods by requests. Docker without Swarm reserves no CPU, and takes memory as a soft limit.',
  },
  {
    compose: '`healthcheck`, `HEALTHCHECK`',
    kubernetes: '`livenessProbe`, `readinessProbe`, `startupProbe`',
    note: 'Kubernetes ignores `HEALTHCHECK`. Liveness restarts, readiness takes traffic away, startup delays both. Ask the database in readiness, never in liveness.',
  },
  {
    compose: '`user`, `USER`',
    kubernetes: '`securityContext.runAsUser`, `runAsNonRoot`',
    note: '`runAsNonRoot` needs a number in `USER` or in `runAsUser`.',
  },
  {
    compose: '`read_only`, `tmpfs`',
    kubernetes: '`readOnlyRootFilesystem`, an `emptyDir` volume',
    note: '`medium: Memory` makes the `emptyDir` a tmpfs, counted to the memory limit.',
  },
  {
    compose: '`cap_drop`, `security_opt: no-new-privileges:true`',
    kubernetes: '`capabilities.drop`, `allowPrivilegeEscalation: false`',
    note: 'Docker uses its seccomp profile by itself; on Kubernetes ask for `seccompProfile: RuntimeDefault`.',
  },
  {
    compose: '`secrets`',
    kubernetes: 'a `Secret`, mounted as a volume',
    note: 'A Secret is encoded, not encrypted, unless the cluster is set up for it.',
  },
  {
    compose: '`restart`',
    kubernetes: '`restartPolicy`',
    note: 'In a Deployment it is always `Always`; tasks that end are a `Job`.',
  },
  {
    compose: '`depends_on`',
    kubernetes: 'none',
    note: 'Readiness keeps traffic away; the application tries again. An init container may wait.',
  },
  {
    compose: '`stop_grace_period`, 10 s',
    kubernetes: '`terminationGracePeriodSeconds`, 30 s',
    note: 'Both send SIGTERM (or the image’s `STOPSIGNAL`), then SIGKILL. On Kubernetes traffic may still arrive for moments: wait in `preStop`.',
  },
  {
    compose: '`ports`, `networks`',
    kubernetes: '`Service`, `Ingress` or `Gateway`, `NetworkPolicy`',
    note: 'Without a NetworkPolicy every pod may reach every other.',
  },
  {
    compose: '`volumes`',
    kubernetes: '`PersistentVolumeClaim`',
    note: 'It outlives the pod. `fsGroup` makes it writable for a group.',
  },
  {
    compose: '`logging`',
    kubernetes: 'the kubelet',
    note: 'It rotates at 10 MiB and keeps five files, unless it is set otherwise.',
  },
];
