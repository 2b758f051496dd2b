/** The lessons in the order in which they are read: each is `content/lessons/<slug>.mdx`. */
export const course = [
  'why-containers',
  'not-virtual-machines',
  'building-good-dockerfiles',
  'layer-caching',
  'multi-stage-builds',
  'resource-limits',
  'development-and-production',
  'container-security',
  'starting-and-stopping',
  'capstone',
] as const;
