/** The address of a page of this guide, wherever it is served: `siteUrl('/exercises/slim-base/')`. */
export const siteUrl = (path: string): string =>
  `${location.origin}${process.env.SITE_BASE_PATH ?? ''}${path}`;
