import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM scratch\nCOPY $SRC /app/\n', lines: [2] },
    {
      about: 'an ARG of another stage',
      dockerfile: 'FROM scratch AS a\nARG DIR=x\nFROM scratch\nWORKDIR /$DIR\n',
      lines: [4],
    },
    { about: 'a typing error', dockerfile: 'FROM alpine:3.22\nENV PATH=/opt/bin:$PAHT\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM scratch\nARG SRC=app\nCOPY $SRC /app/\n' },
    { about: 'the shell expands RUN', dockerfile: 'FROM alpine:3.22\nRUN echo $ANY\n' },
    {
      about: 'an unknown image may set it',
      dockerfile: 'FROM example.org/base:1\nENV JAVA=$JAVA_HOME/bin\n',
    },
    { about: 'the same ENV sets it: another rule says so', dockerfile: 'FROM scratch\nENV A=/a B=$A\n' },
    { about: 'single quotes hold it back', dockerfile: "FROM scratch\nENV A='$B'\n" },
  ],
};
