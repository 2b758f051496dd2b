import { addInsteadOfCopyPage } from './add-instead-of-copy.ts';
import { addUrlWithoutChecksumPage } from './add-url-without-checksum.ts';
import { apkCachePage } from './apk-cache.ts';
import { aptInScriptPage } from './apt-in-script.ts';
import { aptListsPage } from './apt-lists.ts';
import { archiveUnpackedByHandPage } from './archive-unpacked-by-hand.ts';
import { assumeYesPage } from './assume-yes.ts';
import { baseImagePlatformPage } from './base-image-platform.ts';
import { beforeFromPage } from './before-from.ts';
import { buildToolsInImagePage } from './build-tools-in-image.ts';
import { cacheMountMissingPage } from './cache-mount-missing.ts';
import { cdInRunPage } from './cd-in-run.ts';
import { chownCopiesLayerPage } from './chown-copies-layer.ts';
import { chownUnknownUserPage } from './chown-unknown-user.ts';
import { commandFailsPage } from './command-fails.ts';
import { consecutiveRunPage } from './consecutive-run.ts';
import { constantPlatformPage } from './constant-platform.ts';
import { copyFromItselfPage } from './copy-from-itself.ts';
import { copyFromUnknownStagePage } from './copy-from-unknown-stage.ts';
import { copyIgnoredFilePage } from './copy-ignored-file.ts';
import { copyMissingSourcePage } from './copy-missing-source.ts';
import { copySeveralWithoutSlashPage } from './copy-several-without-slash.ts';
import { copyWithoutWorkdirPage } from './copy-without-workdir.ts';
import { credentialsInLayerPage } from './credentials-in-layer.ts';
import { definitionDescriptionPage } from './definition-description.ts';
import { deletedInLaterLayerPage } from './deleted-in-later-layer.ts';
import { dependencyInstallAfterCodePage } from './dependency-install-after-code.ts';
import { devDependenciesInImagePage } from './dev-dependencies-in-image.ts';
import { distUpgradePage } from './dist-upgrade.ts';
import { duplicateStageNamePage } from './duplicate-stage-name.ts';
import { emptyContinuationPage } from './empty-continuation.ts';
import { envRefersToItselfPage } from './env-refers-to-itself.ts';
import { exposeFormatPage } from './expose-format.ts';
import { exposeProtocolCasingPage } from './expose-protocol-casing.ts';
import { fixedPlatformPage } from './fixed-platform.ts';
import { fromAsCasingPage } from './from-as-casing.ts';
import { healthcheckMissingPage } from './healthcheck-missing.ts';
import { inlineIgnorePage } from './inline-ignore.ts';
import { instructionCasingPage } from './instruction-casing.ts';
import { interactiveProgramPage } from './interactive-program.ts';
import { invalidDefaultBasePage } from './invalid-default-base.ts';
import { jsonArgsPage } from './json-args.ts';
import { jsonArgsStrictPage } from './json-args-strict.ts';
import { labelKeyPage } from './label-key.ts';
import { labelMissingPage } from './label-missing.ts';
import { labelSuperfluousPage } from './label-superfluous.ts';
import { labelValuePage } from './label-value.ts';
import { latestTagPage } from './latest-tag.ts';
import { legacyKeyValuePage } from './legacy-key-value.ts';
import { loopbackOnlyPage } from './loopback-only.ts';
import { maintainerPage } from './maintainer.ts';
import { missingApplicationPage } from './missing-application.ts';
import { missingCommandPage } from './missing-command.ts';
import { multipleInstructionsPage } from './multiple-instructions.ts';
import { namedUserPage } from './named-user.ts';
import { noInstallRecommendsPage } from './no-install-recommends.ts';
import { notWritablePage } from './not-writable.ts';
import { onbuildForbiddenPage } from './onbuild-forbidden.ts';
import { packageCachePage } from './package-cache.ts';
import { pinApplicationPackagesPage } from './pin-application-packages.ts';
import { pinSystemPackagesPage } from './pin-system-packages.ts';
import { pipCachePage } from './pip-cache.ts';
import { pipefailPage } from './pipefail.ts';
import { portMismatchPage } from './port-mismatch.ts';
import { portOutOfRangePage } from './port-out-of-range.ts';
import { privilegedPortPage } from './privileged-port.ts';
import { redundantPlatformPage } from './redundant-platform.ts';
import { reservedStageNamePage } from './reserved-stage-name.ts';
import { rootByDefaultPage } from './root-by-default.ts';
import { rootInBuildStagePage } from './root-in-build-stage.ts';
import { rootUserPage } from './root-user.ts';
import type { RulePage } from './rule.ts';
import { secretsPage } from './secrets.ts';
import { sensitiveNamePage } from './sensitive-name.ts';
import { serverWithoutHealthCheckPage } from './server-without-health-check.ts';
import { shellLinkPage } from './shell-link.ts';
import { shellSyntaxPage } from './shell-syntax.ts';
import { signalsNotForwardedPage } from './signals-not-forwarded.ts';
import { sshPortPage } from './ssh-port.ts';
import { stageNameCasingPage } from './stage-name-casing.ts';
import { sudoPage } from './sudo.ts';
import { systemWorkdirPage } from './system-workdir.ts';
import { undefinedArgInFromPage } from './undefined-arg-in-from.ts';
import { undefinedVariablePage } from './undefined-variable.ts';
import { unknownUserPage } from './unknown-user.ts';
import { untaggedImagePage } from './untagged-image.ts';
import { untrustedRegistryPage } from './untrusted-registry.ts';
import { updateAlonePage } from './update-alone.ts';
import { upgradePackagesPage } from './upgrade-packages.ts';
import { userMissingPage } from './user-missing.ts';
import { useraddHighUidPage } from './useradd-high-uid.ts';
import { variableFromBasePage } from './variable-from-base.ts';
import { wgetAndCurlPage } from './wget-and-curl.ts';
import { wgetProgressPage } from './wget-progress.ts';
import { wholeContextCopiedPage } from './whole-context-copied.ts';
import { wholeFilesystemCopiedPage } from './whole-filesystem-copied.ts';
import { workdirRelativePage } from './workdir-relative.ts';
import { yarnCachePage } from './yarn-cache.ts';

/**
 * What the reference says of each rule, by its name. Apart from the registry, so that a program which only runs
 * the rules does not load it.
 */
export const rulePages: Readonly<Record<string, RulePage>> = {
  'add-instead-of-copy': addInsteadOfCopyPage,
  'add-url-without-checksum': addUrlWithoutChecksumPage,
  'apk-cache': apkCachePage,
  'apt-in-script': aptInScriptPage,
  'apt-lists': aptListsPage,
  'archive-unpacked-by-hand': archiveUnpackedByHandPage,
  'assume-yes': assumeYesPage,
  'base-image-platform': baseImagePlatformPage,
  'before-from': beforeFromPage,
  'build-tools-in-image': buildToolsInImagePage,
  'cache-mount-missing': cacheMountMissingPage,
  'cd-in-run': cdInRunPage,
  'chown-copies-layer': chownCopiesLayerPage,
  'chown-unknown-user': chownUnknownUserPage,
  'command-fails': commandFailsPage,
  'consecutive-run': consecutiveRunPage,
  'constant-platform': constantPlatformPage,
  'copy-from-itself': copyFromItselfPage,
  'copy-from-unknown-stage': copyFromUnknownStagePage,
  'copy-ignored-file': copyIgnoredFilePage,
  'copy-missing-source': copyMissingSourcePage,
  'copy-several-without-slash': copySeveralWithoutSlashPage,
  'copy-without-workdir': copyWithoutWorkdirPage,
  'credentials-in-layer': credentialsInLayerPage,
  'definition-description': definitionDescriptionPage,
  'deleted-in-later-layer': deletedInLaterLayerPage,
  'dependency-install-after-code': dependencyInstallAfterCodePage,
  'dev-dependencies-in-image': devDependenciesInImagePage,
  'dist-upgrade': distUpgradePage,
  'duplicate-stage-name': duplicateStageNamePage,
  'empty-continuation': emptyContinuationPage,
  'env-refers-to-itself': envRefersToItselfPage,
  'expose-format': exposeFormatPage,
  'expose-protocol-casing': exposeProtocolCasingPage,
  'fixed-platform': fixedPlatformPage,
  'from-as-casing': fromAsCasingPage,
  'healthcheck-missing': healthcheckMissingPage,
  'inline-ignore': inlineIgnorePage,
  'instruction-casing': instructionCasingPage,
  'interactive-program': interactiveProgramPage,
  'invalid-default-base': invalidDefaultBasePage,
  'json-args': jsonArgsPage,
  'json-args-strict': jsonArgsStrictPage,
  'label-key': labelKeyPage,
  'label-missing': labelMissingPage,
  'label-superfluous': labelSuperfluousPage,
  'label-value': labelValuePage,
  'latest-tag': latestTagPage,
  'legacy-key-value': legacyKeyValuePage,
  'loopback-only': loopbackOnlyPage,
  maintainer: maintainerPage,
  'missing-application': missingApplicationPage,
  'missing-command': missingCommandPage,
  'multiple-instructions': multipleInstructionsPage,
  'named-user': namedUserPage,
  'no-install-recommends': noInstallRecommendsPage,
  'not-writable': notWritablePage,
  'onbuild-forbidden': onbuildForbiddenPage,
  'package-cache': packageCachePage,
  'pin-application-packages': pinApplicationPackagesPage,
  'pin-system-packages': pinSystemPackagesPage,
  'pip-cache': pipCachePage,
  pipefail: pipefailPage,
  'port-mismatch': portMismatchPage,
  'port-out-of-range': portOutOfRangePage,
  'privileged-port': privilegedPortPage,
  'redundant-platform': redundantPlatformPage,
  'reserved-stage-name': reservedStageNamePage,
  'root-by-default': rootByDefaultPage,
  'root-in-build-stage': rootInBuildStagePage,
  'root-user': rootUserPage,
  secrets: secretsPage,
  'sensitive-name': sensitiveNamePage,
  'server-without-health-check': serverWithoutHealthCheckPage,
  'shell-link': shellLinkPage,
  'shell-syntax': shellSyntaxPage,
  'signals-not-forwarded': signalsNotForwardedPage,
  'ssh-port': sshPortPage,
  'stage-name-casing': stageNameCasingPage,
  sudo: sudoPage,
  'system-workdir': systemWorkdirPage,
  'undefined-arg-in-from': undefinedArgInFromPage,
  'undefined-variable': undefinedVariablePage,
  'unknown-user': unknownUserPage,
  'untagged-image': untaggedImagePage,
  'untrusted-registry': untrustedRegistryPage,
  'update-alone': updateAlonePage,
  'upgrade-packages': upgradePackagesPage,
  'user-missing': userMissingPage,
  'useradd-high-uid': useraddHighUidPage,
  'variable-from-base': variableFromBasePage,
  'wget-and-curl': wgetAndCurlPage,
  'wget-progress': wgetProgressPage,
  'whole-context-copied': wholeContextCopiedPage,
  'whole-filesystem-copied': wholeFilesystemCopiedPage,
  'workdir-relative': workdirRelativePage,
  'yarn-cache': yarnCachePage,
};
