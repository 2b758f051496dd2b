/** The sides from which a build can be looked at, in the order of their tabs. */
export const buildSides = ['Build output', 'Layers', 'Files', 'Stages'] as const;
export type BuildSide = (typeof buildSides)[number];
