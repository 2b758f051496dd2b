# syntax=docker/dockerfile:1

# The guide in a container: built here, served by the same small server that its end-to-end tests run against.
#   docker build -t containers-guide . && docker run --rm -p 127.0.0.1:8080:8080 containers-guide
# Under a path of a larger site: --build-arg BASE_PATH=/guide
ARG BASE_PATH=""

FROM node:24-slim AS dependencies
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /guide
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

# `docker compose -f compose.dev.yaml up` builds this one; the source is mounted over what is copied here.
FROM dependencies AS development
COPY . .
# Next.js keeps .next and next-env.d.ts here while it runs.
RUN chown node:node .
# The image's own user `node`, by number: Kubernetes cannot tell whether a *name* is root (runAsNonRoot).
USER 1000:1000
EXPOSE 3000 9229
CMD ["node", "node_modules/next/dist/bin/next", "dev", "--hostname=0.0.0.0", "--inspect=0.0.0.0:9229"]

FROM dependencies AS build
ARG BASE_PATH
COPY . .
# Of all the packages the server needs one, so that is bundled in and node_modules stays behind.
RUN BASE_PATH="$BASE_PATH" npm run build \
    && node_modules/.bin/esbuild scripts/serve.mjs --bundle --platform=node --format=esm --outfile=server/serve.mjs \
    && cp scripts/container.mjs server/

# Last, so that a plain `docker build .` makes the image that is deployed. The files belong to root:
# the server can read them and cannot change them.
FROM node:24-slim AS production
ARG BASE_PATH
ENV NODE_ENV=production \
    BASE_PATH=$BASE_PATH
WORKDIR /guide
COPY --from=build /guide/server/ ./
COPY --from=build /guide/out/ out/
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 \
  CMD ["node", "container.mjs", "--health"]
CMD ["node", "container.mjs"]
