import { expect, test } from 'vitest';
import { panels, readSizes } from './usePanelSizes';

const usual = { side: panels.side.usual, editor: panels.editor.usual, lower: panels.lower.usual };

test('sizes come back as they were kept', () => {
  expect(readSizes({ version: 1, sizes: { side: 50 } })).toEqual({ ...usual, side: 50 });
});

test('damaged or senseless sizes count for nothing', () => {
  for (const kept of [null, 3, {}, { sizes: null }, { sizes: { side: 99, editor: 'x', other: 1 } }]) {
    expect(readSizes(kept)).toEqual(usual);
  }
});
