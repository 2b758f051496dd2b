import { DISTROLESS, FAMILIES } from './images.ts';

/** A base image whose size was recorded, in decimal megabytes; source and date as in `images.ts`. */
export interface SizedBase {
  reference: string;
  megabytes: number;
}

/** Every base image with a recorded size: those of one family together, the newest version first. */
export function sizedBases(): SizedBase[] {
  const official = Object.entries(FAMILIES).flatMap(([name, { sizes }]) =>
    [...sizes.matchAll(/(\S+)=([\d.]+)@/g)].reverse().map(([, tag, megabytes]) => ({
      reference: `${name}:${tag}`,
      megabytes: Number(megabytes),
    })),
  );
  const distroless = Object.entries(DISTROLESS).flatMap(([name, { mb }]) =>
    mb === undefined ? [] : [{ reference: `gcr.io/distroless/${name}-debian13`, megabytes: mb }],
  );
  return [...official, ...distroless];
}
