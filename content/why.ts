/*
 * Why goals matter that several exercises share: said where a goal is not reached. What is special to one exercise
 * stands in its own goals.
 */

export const WHY = {
  serves:
    'A container that does not start, or listens where nobody can reach it, is of no use, however good the rest of it is.',
  notRoot:
    'Whoever breaks into a process has its rights. Unless user namespaces are set up, root in a container is root to the kernel of the host too.',
  slimBase:
    'Every program of the base has to be pulled, stored, scanned and patched, and what the service does not need only serves attackers.',
  health:
    'A process can run and answer nothing. Only a check that asks the service lets Docker, Compose and their users see that.',
  cachedDependencies:
    'Code changes many times a day, dependencies rarely. When each edit installs them again, everybody waits minutes instead of seconds.',
  cacheNoticesChanges: 'A cache that does not notice a change ships the old dependencies without a word.',
  noDevDependencies:
    'Compilers and test tools are never called in production. They make the image larger and give an attacker tools to work with.',
  stopsWhenTold:
    'A process that never hears the signal is killed when the time to stop runs out, after ten seconds as a rule, in the middle of what it is doing.',
  noSecretsInImage:
    'Whoever can pull the image can read every layer and its history. Deleting the file in a later step hides it from nobody.',
  limited:
    'Without a limit one container can take all memory and processors of its host, and the kernel then ends whichever process it chooses.',
  lessWritable:
    'What cannot be written cannot be replaced: whoever breaks in finds no place to leave a program behind.',
  lessPrivileges:
    'Every right that the service does not need is one more way out of the container for whoever breaks in.',
} as const;
