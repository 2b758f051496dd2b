import { describe, expect, test } from 'vitest';
import { ConfigError, configFromHadolintYaml, DEFAULT_CONFIG } from './config.ts';

describe('a .hadolint.yaml', () => {
  test('that is empty changes nothing', () => {
    expect(configFromHadolintYaml(null)).toEqual({ rules: DEFAULT_CONFIG, failOn: null });
    expect(configFromHadolintYaml({})).toEqual({ rules: DEFAULT_CONFIG, failOn: null });
  });

  test('is understood in all its settings', () => {
    const parsed = {
      ignored: ['DL3008', 'SC1010'],
      trustedRegistries: ['docker.io', '*.example.com'],
      'label-schema': { author: 'text', created: 'rfc3339', version: 'semver' },
      'strict-labels': true,
      'disable-ignore-pragma': true,
      override: { error: ['DL3001'], warning: ['DL3002'], info: ['DL3003'], style: ['DL3004'] },
      'failure-threshold': 'style',
      format: 'json',
      'no-color': true,
      verbose: false,
    };
    expect(configFromHadolintYaml(parsed)).toEqual({
      rules: {
        ignored: ['DL3008', 'SC1010'],
        trustedRegistries: ['docker.io', '*.example.com'],
        labelSchema: { author: 'text', created: 'rfc3339', version: 'semver' },
        strictLabels: true,
        disableIgnorePragma: true,
        licenses: null,
        override: { DL3001: 'error', DL3002: 'warning', DL3003: 'info', DL3004: 'info' },
      },
      failOn: 'info',
    });
  });

  test.each([
    [{ 'failure-threshold': 'ignore' }, 'none'],
    [{ 'failure-threshold': 'warning' }, 'warning'],
    [{ 'failure-threshold': 'error', 'no-fail': true }, 'none'],
    [{ 'no-fail': false }, null],
  ])('%j fails from %s on', (parsed, failOn) => {
    expect(configFromHadolintYaml(parsed).failOn).toBe(failOn);
  });

  test('brings the list of licenses where a label holds one', () => {
    const { rules } = configFromHadolintYaml({ 'label-schema': { license: 'spdx' } });
    expect(rules.licenses?.has('Apache-2.0')).toBe(true);
    expect(rules.licenses?.has('Apache')).toBe(false);
  });

  test('may leave lists empty', () => {
    expect(configFromHadolintYaml({ ignored: null, override: null, 'label-schema': null }).rules).toEqual(
      DEFAULT_CONFIG,
    );
  });

  test.each([
    [['DL3008'], 'The configuration must be a mapping'],
    ['DL3008', 'The configuration must be a mapping'],
    [{ ignore: [] }, '"ignore" is not a setting'],
    [{ ignored: 'DL3008' }, '"ignored" must be a list of texts'],
    [{ ignored: [3008] }, '"ignored" must be a list of texts'],
    [{ trustedRegistries: { a: 1 } }, '"trustedRegistries" must be a list'],
    [{ 'strict-labels': 'yes' }, '"strict-labels" must be true or false'],
    [{ 'label-schema': { a: 'number' } }, 'gives a a type that is none of'],
    [{ override: ['DL3008'] }, '"override" must be a mapping'],
    [{ override: { fatal: ['DL3008'] } }, 'has no level "fatal"'],
    [{ override: { error: 'DL3008' } }, '"override.error" must be a list'],
    [{ 'failure-threshold': 'toString' }, '"failure-threshold" must be'],
  ])('%j is refused with a plain sentence', (parsed, message) => {
    expect(() => configFromHadolintYaml(parsed)).toThrow(ConfigError);
    expect(() => configFromHadolintYaml(parsed)).toThrow(message);
  });
});
