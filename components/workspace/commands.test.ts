import { expect, test } from 'vitest';
import { type Command, isPressed, matchingCommands, type Press, spokenKeys } from './commands';

const command = (title: string): Command => ({ id: title, title, run() {} });
const press = (changes: Partial<Press>): Press => ({
  key: '',
  code: '',
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...changes,
});

test('commands are found by their words in any order, those that begin with them first', () => {
  const commands = ['Show a hint', 'Hide the solution', 'Hint at the solution'].map(command);
  expect(matchingCommands(commands, 'hint').map(({ title }) => title)).toEqual([
    'Hint at the solution',
    'Show a hint',
  ]);
  expect(matchingCommands(commands, 'solution hide')).toHaveLength(1);
  expect(matchingCommands(commands, ' ')).toHaveLength(3);
  expect(matchingCommands(commands, 'nothing')).toEqual([]);
});

test('keys match with just their modifiers', () => {
  expect(isPressed('F1', press({ key: 'F1' }))).toBe(true);
  expect(isPressed('F1', press({ key: 'F1', shiftKey: true }))).toBe(false);
  expect(isPressed('Mod+Shift+P', press({ key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true }))).toBe(
    true,
  );
  expect(isPressed('Mod+Shift+P', press({ key: 'p', code: 'KeyP', metaKey: true, shiftKey: true }))).toBe(
    true,
  );
  expect(isPressed('Mod+Shift+P', press({ key: 'P', code: 'KeyP', shiftKey: true }))).toBe(false);
});

test('Alt and a letter count by the key, whatever character a Mac makes of it', () => {
  expect(isPressed('Alt+Shift+H', press({ key: 'Ó', code: 'KeyH', altKey: true, shiftKey: true }))).toBe(
    true,
  );
});

test('a question mark counts with and without Shift', () => {
  expect(isPressed('?', press({ key: '?', shiftKey: true }))).toBe(true);
  expect(isPressed('?', press({ key: '?' }))).toBe(true);
});

test('keys are called as they are on the keyboard', () => {
  expect(spokenKeys('Mod+Shift+P', false)).toBe('Ctrl + Shift + P');
  expect(spokenKeys('Alt+Shift+H', true)).toBe('Option + Shift + H');
});
