import { baseImages } from './base-images';
import { keeping } from './keeping';
import { layers } from './layers';
import { lifecycle } from './lifecycle';
import { operation } from './operation';
import { packages } from './packages';
import type { Chapter } from './practice';
import { security } from './security';
import { stages } from './stages';

/** The best-practices guide, in reading order. */
export const guide: readonly Chapter[] = [
  baseImages,
  layers,
  stages,
  packages,
  security,
  lifecycle,
  operation,
  keeping,
];
