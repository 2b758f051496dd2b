import { sideBySide } from '@/checker/compose/side-by-side.ts';
import { DifferencesForm } from './DifferencesForm';
import './differences.css';

const development = `services:
  app:
    build:
      context: .
      target: development
    command: node --watch --inspect=0.0.0.0:9229 src/server.js
    volumes:
      - ./src:/app/src
    ports:
      - "127.0.0.1:3000:3000"
      - "127.0.0.1:9229:9229"
`;

const production = `services:
  app:
    image: registry.example.com/parcels:1.4.0
    build:
      context: .
      target: production
    ports:
      - "3000:3000"
    healthcheck:
      test: ["CMD", "node", "src/healthcheck.js"]
    restart: unless-stopped
    deploy:
      resources:
        limits:
          cpus: "1.0"
          memory: 256M
`;

/** Two Compose files beside each other, and in what they differ. The first comparison is there without JavaScript. */
export function DifferencesLab() {
  const files = [
    { path: 'compose.dev.yaml', text: development },
    { path: 'compose.prod.yaml', text: production },
  ] as const;
  return (
    <section className="exercise wide" aria-labelledby="side-by-side-title">
      <p className="compare-title" id="side-by-side-title">
        <span className="stencil block">Try it</span>
        Two Compose files, and in what they differ
      </p>
      <DifferencesForm files={files} initial={sideBySide(...files)} />
    </section>
  );
}
