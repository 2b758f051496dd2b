import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM fedora:42\nRUN dnf install -y httpd\n', lines: [2] },
    { about: 'yum', dockerfile: 'FROM rockylinux:9\nRUN yum install -y httpd\n', lines: [2] },
    {
      about: 'microdnf is not dnf',
      dockerfile: 'FROM redhat/ubi9-minimal\nRUN microdnf install -y httpd && dnf clean all\n',
      lines: [2],
    },
    { about: 'zypper', dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper -n in vim\n', lines: [2] },
    {
      about: 'cleaned too early',
      dockerfile: 'FROM rockylinux:9\nRUN yum clean all && yum install -y httpd\n',
      lines: [2],
    },
    {
      about: 'cleaned in another step',
      dockerfile: 'FROM fedora:42\nRUN dnf -y up\nRUN dnf clean all\n',
      lines: [2],
    },
    {
      about: 'a mount elsewhere',
      dockerfile: 'FROM fedora:42\nRUN --mount=type=cache,target=/srv dnf -y install a\n',
      lines: [2],
    },
    {
      about: 'once for a step',
      dockerfile: 'FROM fedora:42\nRUN dnf -y install a && dnf -y install b\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM fedora:42\nRUN dnf install -y httpd && dnf clean all\n' },
    {
      about: 'removed by hand',
      dockerfile: 'FROM fedora:42\nRUN dnf install -y httpd && rm -rf /var/cache/libdnf5\n',
    },
    {
      about: 'kept out by a mount',
      dockerfile: 'FROM fedora:42\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd\n',
    },
    { about: 'yum', dockerfile: 'FROM rockylinux:9\nRUN yum -y update && yum -y install a; yum clean all\n' },
    {
      about: 'zypper by its short name',
      dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper -n in vim && zypper cc -a\n',
    },
    { about: 'nothing is installed', dockerfile: 'FROM fedora:42\nRUN dnf info httpd && notdnf install a\n' },
  ],
};
