import { addInsteadOfCopy } from './add-instead-of-copy.ts';
import { addUrlWithoutChecksum } from './add-url-without-checksum.ts';
import { apkCache } from './apk-cache.ts';
import { aptInScript } from './apt-in-script.ts';
import { aptLists } from './apt-lists.ts';
import { archiveUnpackedByHand } from './archive-unpacked-by-hand.ts';
import { assumeYes } from './assume-yes.ts';
import { baseImagePlatform } from './base-image-platform.ts';
import { beforeFrom } from './before-from.ts';
import { buildToolsInImage } from './build-tools-in-image.ts';
import { cacheMountMissing } from './cache-mount-missing.ts';
import { cdInRun } from './cd-in-run.ts';
import { chownCopiesLayer } from './chown-copies-layer.ts';
import { chownUnknownUser } from './chown-unknown-user.ts';
import { commandFails } from './command-fails.ts';
import { consecutiveRun } from './consecutive-run.ts';
import { constantPlatform } from './constant-platform.ts';
import { copyFromItself } from './copy-from-itself.ts';
import { copyFromUnknownStage } from './copy-from-unknown-stage.ts';
import { copyIgnoredFile } from './copy-ignored-file.ts';
import { copyMissingSource } from './copy-missing-source.ts';
import { copySeveralWithoutSlash } from './copy-several-without-slash.ts';
import { copyWithoutWorkdir } from './copy-without-workdir.ts';
import { credentialsInLayer } from './credentials-in-layer.ts';
import { definitionDescription } from './definition-description.ts';
import { deletedInLaterLayer } from './deleted-in-later-layer.ts';
import { dependencyInstallAfterCode } from './dependency-install-after-code.ts';
import { devDependenciesInImage } from './dev-dependencies-in-image.ts';
import { distUpgrade } from './dist-upgrade.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';
import { emptyContinuation } from './empty-continuation.ts';
import { envRefersToItself } from './env-refers-to-itself.ts';
import { exposeFormat } from './expose-format.ts';
import { exposeProtocolCasing } from './expose-protocol-casing.ts';
import { fixedPlatform } from './fixed-platform.ts';
import { fromAsCasing } from './from-as-casing.ts';
import { healthcheckMissing } from './healthcheck-missing.ts';
import { inlineIgnore } from './inline-ignore.ts';
import { instructionCasing } from './instruction-casing.ts';
import { interactiveProgram } from './interactive-program.ts';
import { invalidDefaultBase } from './invalid-default-base.ts';
import { jsonArgs } from './json-args.ts';
import { jsonArgsStrict } from './json-args-strict.ts';
import { labelKey } from './label-key.ts';
import { labelMissing } from './label-missing.ts';
import { labelSuperfluous } from './label-superfluous.ts';
import { labelValue } from './label-value.ts';
import { latestTag } from './latest-tag.ts';
import { legacyKeyValue } from './legacy-key-value.ts';
import { loopbackOnly } from './loopback-only.ts';
import { maintainer } from './maintainer.ts';
import { missingApplication } from './missing-application.ts';
import { missingCommand } from './missing-command.ts';
import { multipleInstructions } from './multiple-instructions.ts';
import { namedUser } from './named-user.ts';
import { noInstallRecommends } from './no-install-recommends.ts';
import { notWritable } from './not-writable.ts';
import { onbuildForbidden } from './onbuild-forbidden.ts';
import { packageCache } from './package-cache.ts';
import { pinApplicationPackages } from './pin-application-packages.ts';
import { pinSystemPackages } from './pin-system-packages.ts';
import { pipCache } from './pip-cache.ts';
import { pipefail } from './pipefail.ts';
import { portMismatch } from './port-mismatch.ts';
import { portOutOfRange } from './port-out-of-range.ts';
import { privilegedPort } from './privileged-port.ts';
import { redundantPlatform } from './redundant-platform.ts';
import { reservedStageName } from './reserved-stage-name.ts';
import { rootByDefault } from './root-by-default.ts';
import { rootInBuildStage } from './root-in-build-stage.ts';
import { rootUser } from './root-user.ts';
import type { Rule } from './rule.ts';
import { secrets } from './secrets.ts';
import { sensitiveName } from './sensitive-name.ts';
import { serverWithoutHealthCheck } from './server-without-health-check.ts';
import { shellLink } from './shell-link.ts';
import { shellSyntax } from './shell-syntax.ts';
import { signalsNotForwarded } from './signals-not-forwarded.ts';
import { sshPort } from './ssh-port.ts';
import { stageNameCasing } from './stage-name-casing.ts';
import { sudo } from './sudo.ts';
import { systemWorkdir } from './system-workdir.ts';
import { undefinedArgInFrom } from './undefined-arg-in-from.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownUser } from './unknown-user.ts';
import { untaggedImage } from './untagged-image.ts';
import { untrustedRegistry } from './untrusted-registry.ts';
import { updateAlone } from './update-alone.ts';
import { upgradePackages } from './upgrade-packages.ts';
import { userMissing } from './user-missing.ts';
import { useraddHighUid } from './useradd-high-uid.ts';
import { variableFromBase } from './variable-from-base.ts';
import { wgetAndCurl } from './wget-and-curl.ts';
import { wgetProgress } from './wget-progress.ts';
import { wholeContextCopied } from './whole-context-copied.ts';
import { wholeFilesystemCopied } from './whole-filesystem-copied.ts';
import { workdirRelative } from './workdir-relative.ts';
import { yarnCache } from './yarn-cache.ts';

/** Every rule there is; `pages.ts` has what the reference says of each. */
export const rules: readonly Rule[] = [
  addInsteadOfCopy,
  addUrlWithoutChecksum,
  apkCache,
  aptInScript,
  aptLists,
  archiveUnpackedByHand,
  assumeYes,
  baseImagePlatform,
  beforeFrom,
  buildToolsInImage,
  cacheMountMissing,
  cdInRun,
  chownCopiesLayer,
  chownUnknownUser,
  commandFails,
  consecutiveRun,
  constantPlatform,
  copyFromItself,
  copyFromUnknownStage,
  copyIgnoredFile,
  copyMissingSource,
  copySeveralWithoutSlash,
  copyWithoutWorkdir,
  credentialsInLayer,
  definitionDescription,
  deletedInLaterLayer,
  dependencyInstallAfterCode,
  devDependenciesInImage,
  distUpgrade,
  duplicateStageName,
  emptyContinuation,
  envRefersToItself,
  exposeFormat,
  exposeProtocolCasing,
  fixedPlatform,
  fromAsCasing,
  healthcheckMissing,
  inlineIgnore,
  instructionCasing,
  interactiveProgram,
  invalidDefaultBase,
  jsonArgs,
  jsonArgsStrict,
  labelKey,
  labelMissing,
  labelSuperfluous,
  labelValue,
  latestTag,
  legacyKeyValue,
  loopbackOnly,
  maintainer,
  missingApplication,
  missingCommand,
  multipleInstructions,
  namedUser,
  noInstallRecommends,
  notWritable,
  onbuildForbidden,
  packageCache,
  pinApplicationPackages,
  pinSystemPackages,
  pipCache,
  pipefail,
  portMismatch,
  portOutOfRange,
  privilegedPort,
  redundantPlatform,
  reservedStageName,
  rootByDefault,
  rootInBuildStage,
  rootUser,
  secrets,
  sensitiveName,
  serverWithoutHealthCheck,
  shellLink,
  shellSyntax,
  signalsNotForwarded,
  sshPort,
  stageNameCasing,
  sudo,
  systemWorkdir,
  undefinedArgInFrom,
  undefinedVariable,
  unknownUser,
  untaggedImage,
  untrustedRegistry,
  updateAlone,
  upgradePackages,
  userMissing,
  useraddHighUid,
  variableFromBase,
  wgetAndCurl,
  wgetProgress,
  wholeContextCopied,
  wholeFilesystemCopied,
  workdirRelative,
  yarnCache,
];
