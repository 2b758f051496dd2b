import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const compare = (left: string, right: string) =>
  sideBySide({ path: 'a.yaml', text: left }, { path: 'b.yaml', text: right });

it('tells in what two files differ, whatever syntax they use', () => {
  expect(
    compare(
      'services: {web: {image: "nginx:1.27", ports: ["80:80"]}}\n',
      'services: {web: {image: "nginx:1.27", ports: ["80:80"], restart: always}}\n',
    ),
  ).toMatchObject({ refused: null, differences: [{ service: 'web', aspect: 'starts again' }] });
});

it.each([
  ['services: [', 1],
  ['services:\n  web:\n    imgae: x\n', 3],
  ['', 1],
  ['services:\n  web: {extends: base}\n', 2],
  ['services:\n  web:\n    image: "$"\n', 3],
])('says where Compose would refuse %j', (text, line) => {
  expect(compare('services: {web: {image: x}}\n', text)).toMatchObject({ refused: { file: 'b.yaml', line } });
});
