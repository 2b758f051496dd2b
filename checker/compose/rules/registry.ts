import { addedCapabilities } from './compose-added-capabilities.ts';
import { containerName } from './compose-container-name.ts';
import { databasePublished } from './compose-database-published.ts';
import { dependencyCycle } from './compose-dependency-cycle.ts';
import { developmentLoop } from './compose-development-loop.ts';
import { dockerSocket } from './compose-docker-socket.ts';
import { healthcheckCommand } from './compose-healthcheck-command.ts';
import { healthcheckForm } from './compose-healthcheck-form.ts';
import { healthcheckMissing } from './compose-healthcheck-missing.ts';
import { healthyWithoutCheck } from './compose-healthy-without-check.ts';
import { hostNamespace } from './compose-host-namespace.ts';
import { imageMissing } from './compose-image-missing.ts';
import { imageTag } from './compose-image-tag.ts';
import { noNewPrivileges } from './compose-no-new-privileges.ts';
import { portClash } from './compose-port-clash.ts';
import { portForm } from './compose-port-form.ts';
import { portUnserved } from './compose-port-unserved.ts';
import { privileged } from './compose-privileged.ts';
import { productionDebugPort } from './compose-production-debug-port.ts';
import { productionHotReload } from './compose-production-hot-reload.ts';
import { productionSourceMount } from './compose-production-source-mount.ts';
import { resourceLimits } from './compose-resource-limits.ts';
import { restartMissing } from './compose-restart-missing.ts';
import { secretInFile } from './compose-secret-in-file.ts';
import { targetStage } from './compose-target-stage.ts';
import { undeclared } from './compose-undeclared.ts';
import { unused } from './compose-unused.ts';
import { userMissing } from './compose-user-missing.ts';
import { version } from './compose-version.ts';
import { waitsForStart } from './compose-waits-for-start.ts';
import { watch } from './compose-watch.ts';
import { writableRoot } from './compose-writable-root.ts';
import type { ComposeRule } from './rule.ts';

/** Every rule on Compose files, in the order of their names. */
export const composeRules: readonly ComposeRule[] = [
  addedCapabilities,
  containerName,
  databasePublished,
  dependencyCycle,
  developmentLoop,
  dockerSocket,
  healthcheckCommand,
  healthcheckForm,
  healthcheckMissing,
  healthyWithoutCheck,
  hostNamespace,
  imageMissing,
  imageTag,
  noNewPrivileges,
  portClash,
  portForm,
  portUnserved,
  privileged,
  productionDebugPort,
  productionHotReload,
  productionSourceMount,
  resourceLimits,
  restartMissing,
  secretInFile,
  targetStage,
  undeclared,
  unused,
  userMissing,
  version,
  waitsForStart,
  watch,
  writableRoot,
];
