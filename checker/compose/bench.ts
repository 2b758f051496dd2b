import { judgeCompose } from './judge.ts';

/** The rules of ours that dclint has too, by its names. */
export const twinsOfDclint: Readonly<Record<string, string>> = {
  'compose-version': 'no-version-field',
  'compose-image-tag': 'service-image-require-explicit-tag',
  'compose-database-published': 'no-unbound-port-interfaces',
  'compose-port-clash': 'no-duplicate-exported-ports',
};

/** A production file of so many services, about 30 lines each, that uses what real ones use. */
export function composeSample(services = 10): string {
  const blocks = Array.from({ length: services }, (_, index) => {
    const waits =
      index === 0 ? '' : `    depends_on:\n      web${index - 1}:\n        condition: service_healthy\n`;
    return `  web${index}:
    image: registry.example.com/shop/web${index}:1.${index}
    restart: unless-stopped
    read_only: true
    ports:
      - "127.0.0.1:${8000 + index}:3000"
    environment:
      NODE_ENV: production
      LOG_LEVEL: \${LOG_LEVEL:-info}
      DATABASE_URL: postgres://db/shop
    volumes:
      - data:/var/lib/app
      - type: tmpfs
        target: /tmp
${waits}    healthcheck:
      test: ["CMD", "node", "check.js"]
      interval: 10s
      timeout: 3s
    deploy:
      resources:
        limits:
          cpus: "0.5"
          memory: 512M
    security_opt:
      - no-new-privileges:true
    networks: [back]
    labels:
      com.example.tier: web
`;
  });
  return `services:\n${blocks.join('')}volumes:\n  data:\nnetworks:\n  back:\n`;
}

/** One check of the sample with every rule, as the editor runs it after an edit. */
export function judgeSample(text: string): number {
  return judgeCompose([{ path: 'compose.prod.yaml', text }], { all: true }).diagnostics.length;
}
