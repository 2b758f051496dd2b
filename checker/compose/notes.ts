/**
 * What is worth knowing of a key beyond the specification's own sentence, by path; `*` is any name.
 * https://docs.docker.com/reference/compose-file/
 */
export const notes: Readonly<Record<string, string>> = {
  version: 'Obsolete: Compose ignores it and prints a warning. Remove it.',
  name: 'Name of the project. It prefixes containers, networks and volumes.',
  include: 'Other Compose files that belong to this application, each with its own relative paths.',
  services: 'The containers of the application, by name. The name is also the host name on their networks.',
  'services.*.image': 'Image to run. Name a version: without one, Compose takes `latest`.',
  'services.*.build': 'Builds the image from a Dockerfile. The short form is the path of the build context.',
  'services.*.build.target':
    'Stage of the Dockerfile to build: one Dockerfile can serve development and production.',
  'services.*.ports':
    'Ports for the outside: `host:container`, or `127.0.0.1:host:container` for this machine only. Services reach each other without any.',
  'services.*.expose':
    'Documents ports for other services. It opens nothing: services on one network reach every port.',
  'services.*.volumes':
    'A path on the host (`./src:/app/src`) or a named volume (`data:/var/lib/data`) in the container.',
  'services.*.environment':
    'Variables of the container. Values in this file are committed with it: no secrets here.',
  'services.*.env_file':
    'Files with variables for the container. They do not fill in `${...}` in this file; `.env` does.',
  'services.*.depends_on':
    'Order of start. The short form waits for the start only; `condition: service_healthy` waits for the health check.',
  'services.*.depends_on.*.condition':
    '`service_started` does not wait until it is ready; `service_healthy` does; `service_completed_successfully` waits for a task to end.',
  'services.*.healthcheck':
    'How Docker finds out whether the service works. It runs inside the container, with the programs of its image.',
  'services.*.healthcheck.test':
    '`[CMD, program, argument]` runs without a shell, `[CMD-SHELL, "text"]` or a plain text with one.',
  'services.*.healthcheck.start_period':
    'Failures in this time do not count, so that a slow start is not unhealthy.',
  'services.*.restart':
    '`unless-stopped` or `always` bring the service back after a crash and a reboot. The default is `no`.',
  'services.*.deploy.resources.limits':
    'The most that a container may take. Docker Compose honours it without Swarm, like `mem_limit` and `cpus`.',
  'services.*.mem_limit':
    'The most memory that the container may take. The same as `deploy.resources.limits.memory`.',
  'services.*.cpus':
    'The most CPU that the container may take, in cores. The same as `deploy.resources.limits.cpus`.',
  'services.*.develop': 'What `docker compose up --watch` does when a file changes.',
  'services.*.develop.watch.[].action':
    '`sync` copies into the running container, `sync+restart` also restarts it, `sync+exec` runs a command, `rebuild` builds the image again.',
  'services.*.profiles': 'The service starts only when one of these profiles is asked for.',
  'services.*.user': 'User that the process runs as. It must exist in the image, or be a number.',
  'services.*.read_only':
    'Nobody can change files of the container. List what must be written under `tmpfs` or `volumes`.',
  'services.*.cap_drop': 'Takes away powers of root. `ALL` and then the few that are needed is the safe way.',
  'services.*.security_opt': '`no-new-privileges:true` keeps setuid programs from making a process root.',
  'services.*.privileged':
    'Gives the container full power over the host. There is nearly always a smaller way.',
  'services.*.container_name': 'A fixed name exists once on a host, so the service cannot be scaled.',
  'services.*.secrets': 'Secrets of the top-level `secrets`, mounted as files in `/run/secrets`.',
  'services.*.init': 'Runs a small init process that forwards signals and cleans up after children.',
  'services.*.stop_grace_period': 'Time between the stop signal and the kill. 10 seconds by default.',
  'services.*.extends': 'Takes over what another service says, of this file or another one.',
  'services.*.network_mode': '`host` gives up the isolation of the network; prefer `networks` and `ports`.',
  networks: 'Networks of the application. Without any, all services share one called `default`.',
  volumes: 'Named volumes: their data outlives containers.',
  secrets: 'Secrets, from a file or a variable of the environment, that services are given as files.',
  configs: 'Configuration files that services are given, from a file, a variable or text in this file.',
};

/** The note on a key, if there is one. */
export function noteAt(path: readonly string[]): string | undefined {
  const own = notes[path.join('.')];
  if (own !== undefined) return own;
  const general = path.map((step, index) =>
    index === 1 || (index === 3 && path[2] === 'depends_on') ? '*' : step,
  );
  return notes[general.join('.')];
}
