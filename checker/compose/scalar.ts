/**
 * What a plain scalar means to Compose: its YAML library follows YAML 1.2 for booleans and null (`yes` and `on`
 * are text), and Go's own notation for numbers (`0444` is octal, `1_000` is a thousand).
 * https://pkg.go.dev/gopkg.in/yaml.v3
 */
export function resolvePlain(text: string): string | number | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const first = text.charCodeAt(0);
  // Digits, `+`, `-` and `.` are all that a number can begin with.
  if ((first < 48 || first > 57) && first !== 43 && first !== 45 && first !== 46) return text;
  return resolveNumber(text) ?? text;
}

function resolveNumber(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (/^[-+]?\.inf$/.test(lower)) return lower.startsWith('-') ? -Infinity : Infinity;
  if (lower === '.nan') return Number.NaN;
  const integer = /^([-+]?)(?:0b([01_]+)|0o?([0-7_]+)|0x([0-9a-f_]+)|([0-9][0-9_]*))$/.exec(lower);
  if (integer) {
    const [, sign, binary, octal, hex, decimal] = integer;
    const digits = (binary ?? octal ?? hex ?? decimal ?? '').replaceAll('_', '');
    const base = binary !== undefined ? 2 : octal !== undefined ? 8 : hex !== undefined ? 16 : 10;
    if (digits !== '') return (sign === '-' ? -1 : 1) * Number.parseInt(digits, base);
  }
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?$/.test(lower)) return Number(lower);
  return undefined;
}
