import { hasVariable, placed, rangeOf, unquote } from './place.ts';
import type { LabelType, Rule, RuleConfig, RulePage } from './rule.ts';

/** Identifiers of the list, alone or joined to an expression: `MIT OR Apache-2.0`. Without a list nothing is wrong. */
function isLicense(text: string, { licenses }: RuleConfig): boolean {
  if (!licenses) return true;
  const words = text.replace(/[()]/g, ' ').trim().split(/\s+/);
  return words.every((word, index) => {
    if (/^(AND|OR|WITH)$/.test(word)) return index > 0 && index < words.length - 1;
    if (words[index - 1] === 'WITH') return /^[\w.-]+$/.test(word);
    return /^LicenseRef-[\w.-]+$/.test(word) || licenses.has(word.replace(/\+$/, ''));
  });
}

function isDateTime(text: string): boolean {
  const [, date = ''] = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  return !Number.isNaN(Date.parse(text.replace(' ', 'T').toUpperCase())) && !Number.isNaN(Date.parse(date));
}

interface Format {
  ref: string;
  /** What the value ought to be, as it reads in a sentence. */
  what: string;
  fits(text: string, config: RuleConfig): boolean;
}

const NUMBER = '(0|[1-9]\\d*)';
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(-(${NUMBER}|\\d*[a-zA-Z-][\\w-]*)(\\.(${NUMBER}|\\d*[a-zA-Z-][\\w-]*))*)?(\\+[\\w-]+(\\.[\\w-]+)*)?$`,
);

const FORMATS: Readonly<Record<Exclude<LabelType, 'text'>, Format>> = {
  url: {
    ref: 'hadolint:DL3052',
    what: 'a URL such as https://example.org/app',
    fits: (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
  },
  rfc3339: { ref: 'hadolint:DL3053', what: 'a time such as 2026-03-10T10:26:33Z', fits: isDateTime },
  spdx: { ref: 'hadolint:DL3054', what: 'an SPDX license such as Apache-2.0', fits: isLicense },
  hash: {
    ref: 'hadolint:DL3055',
    what: 'a Git commit of 7 or 40 hexadecimal digits',
    fits: (text) => /^([0-9a-f]{7}|[0-9a-f]{40})$/.test(text),
  },
  semver: { ref: 'hadolint:DL3056', what: 'a version such as 1.4.0', fits: (text) => SEMVER.test(text) },
  email: {
    ref: 'hadolint:DL3058',
    what: 'an address such as ada@example.org',
    fits: (text) => /^[^\s@"(),:;<>[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text),
  },
};

export const labelValuePage: RulePage = {
  title: 'Fill labels as your schema says',
  why: 'Programs read these labels: a date in another format or an empty version is as bad as none, and nobody notices until it is needed.',
  sources: ['https://github.com/opencontainers/image-spec/blob/main/annotations.md'],
};

export const labelValue: Rule = {
  name: 'label-value',
  severity: 'warning',
  refs: ['hadolint:DL3051', ...Object.values(FORMATS).map(({ ref }) => ref)],
  set: 'configured',
  *check({ dockerfile, config }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'label') continue;
      for (const { key, value } of instruction.pairs) {
        const label = unquote(key.text);
        const type = Object.hasOwn(config.labelSchema, label) ? config.labelSchema[label] : undefined;
        const text = unquote(value.text);
        if (!type || hasVariable(text)) continue;
        const format = type === 'text' ? undefined : FORMATS[type];
        const wrong = format !== undefined && !format.fits(text, config);
        if (!wrong && text !== '') continue;
        yield {
          range: rangeOf(instruction, value),
          message: `The label ${label} ${text === '' ? 'is empty' : `does not fit: ${text}`}. It should be ${format?.what ?? 'filled in'}.`,
          refs: [...(text === '' ? ['hadolint:DL3051'] : []), ...(wrong ? [format.ref] : [])],
        };
      }
    }
  },
};
