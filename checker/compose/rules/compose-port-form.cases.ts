import type { ComposeRuleCases } from './rule.ts';

const ports = (list: string) => `services:
  web:
    image: shop:1.4
    ports: [${list}]
`;

export const cases: ComposeRuleCases = {
  bad: [
    { compose: ports('"localhost:8080:3000"'), lines: [4] },
    { compose: ports('"8080:http"'), lines: [4] },
    { compose: ports('"8080:80800"'), lines: [4] },
    { compose: ports('"8080:3000/https"'), lines: [4] },
    { compose: ports('"8080 3000"'), lines: [4] },
    { compose: ports('"8080:"'), lines: [4] },
  ],
  good: [
    { compose: ports('"8080:3000"') },
    { compose: ports('3000, 22:22, "3000-3005", "9090-9091:8080-8081", "8000-9000:80"') },
    { compose: ports('"127.0.0.1:8001:8001", "127.0.0.1::5000", "0.0.0.0:5000-5010:5000-5010"') },
    { compose: ports('"[::1]:6001:6001", "::1:6002:6002", "6060:6060/udp", "6061:6061/TCP"') },
    { about: 'what a variable says is not known', compose: ports('"$PORT:3000", "${ADDRESS}:80:80"') },
    { about: 'the long syntax has its own schema', compose: ports('{target: 80, published: "8080"}') },
  ],
};
