import { RefusalError } from './refusal.ts';

/**
 * Fields of one line of CSV as Go's `encoding/csv` reads them: the values of `--mount` and `--device`.
 * @throws RefusalError for a quote in the wrong place.
 */
export function csvFields(line: string): string[] {
  if (line === '') throw new RefusalError('EOF');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const field = line.slice(at, comma === -1 ? undefined : comma);
      const bare = field.indexOf('"');
      if (bare !== -1) throw csvError(at + bare, 'bare " in non-quoted-field');
      fields.push(field);
      if (comma === -1) return fields;
      at = comma + 1;
      continue;
    }
    let field = '';
    at++;
    for (;;) {
      const close = line.indexOf('"', at);
      if (close === -1) throw csvError(at, 'extraneous or missing " in quoted-field');
      field += line.slice(at, close);
      at = close + 1;
      if (line[at] !== '"') break;
      field += '"';
      at++;
    }
    fields.push(field);
    if (at >= line.length) return fields;
    if (line[at] !== ',') throw csvError(at - 1, 'extraneous or missing " in quoted-field');
    at++;
    if (at >= line.length) {
      fields.push('');
      return fields;
    }
  }
}

function csvError(column: number, what: string): RefusalError {
  return new RefusalError(`parse error on line 1, column ${column + 1}: ${what}`);
}
