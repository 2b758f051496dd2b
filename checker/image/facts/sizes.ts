/**
 * Rough sizes on disk, in megabytes, of what is installed most: for estimates, which are shown as such.
 * System packages with the dependencies that a slim image lacks, as apt and apk print them before they install
 * (Debian 13, Alpine 3.22); Python and npm packages unpacked, newest versions of 2026, rounded.
 */
const MB: Record<'apt' | 'apk' | 'pip' | 'npm', string> = {
  apt: 'curl=11 wget=6 git=110 gcc=190 g++=250 make=2 cmake=110 build-essential=330 vim=45 nano=3 procps=3 iputils-ping=1 net-tools=1 dnsutils=25 sudo=6 gosu=2.5 tini=0.1 dumb-init=0.1 unzip=1 jq=2 nodejs=150 npm=250 python3=35 python3-pip=60 python3-dev=60 python3-venv=45 openjdk-17-jre-headless=190 default-jre-headless=200 ca-certificates=1 gnupg=15 libpq-dev=12 libpq5=1 postgresql-client=20 default-libmysqlclient-dev=40 libffi-dev=1 libssl-dev=13 pkg-config=2 ffmpeg=450 imagemagick=60 nginx=6 supervisor=40 openssh-client=7 libgl1=60 libglib2.0-0=6 libgl1-mesa-glx=120 chromium=400 rsync=2 htop=1 less=1 lsb-release=1 tzdata=3 locales=17 gettext=12 gettext-base=1 software-properties-common=60',
  apk: 'curl=6 wget=1 git=14 bash=2 gcc=160 g++=220 build-base=240 make=0.3 cmake=60 python3=45 py3-pip=55 nodejs=60 npm=75 openjdk17-jre-headless=170 openjdk21-jre-headless=180 tini=0.1 dumb-init=0.1 su-exec=0.1 shadow=3 jq=1 ca-certificates=0.8 tzdata=1.5 postgresql-dev=20 postgresql-client=6 libpq=1 libc6-compat=0.1 gcompat=0.2 musl-dev=10 linux-headers=10 libffi-dev=1 openssl-dev=8 nginx=2 openssh-client=5 ffmpeg=120 chromium=350 vim=30 nano=1 procps=1 sudo=3 openssl=1 vips=40 vips-dev=150',
  pip: 'fastapi=10 uvicorn=1 flask=6 django=45 gunicorn=0.6 requests=2.5 numpy=75 pandas=130 scipy=120 scikit-learn=130 matplotlib=90 torch=1800 tensorflow=1900 sqlalchemy=20 psycopg2-binary=12 psycopg2=1 psycopg=2 pydantic=9 httpx=3 aiohttp=12 celery=9 redis=3 boto3=110 jinja2=2 pytest=5 black=5 mypy=50 ruff=30 alembic=3 cryptography=13 pillow=22 opencv-python-headless=130 opencv-python=170 starlette=2 websockets=1 pyyaml=2.5 click=1 streamlit=260 jupyter=150 transformers=90 poetry=55 uv=45 pipenv=15 werkzeug=3 lxml=16 grpcio=40 protobuf=2 orjson=0.5 python-dotenv=0.2 watchfiles=1.5 uvloop=14 httptools=1.5 hypercorn=1',
  npm: 'express=4.5 next=160 react=0.3 react-dom=7 typescript=23 vite=22 webpack=25 esbuild=10 eslint=18 prettier=9 jest=35 vitest=25 lodash=1.4 axios=2.5 fastify=6 koa=2 nestjs=10 @nestjs/core=3 @nestjs/common=3 @nestjs/cli=60 @angular/core=12 @angular/cli=90 vue=10 svelte=3 nodemon=5 ts-node=5 tsx=11 @types/node=3 mongoose=12 pg=1 mysql2=2 prisma=90 @prisma/client=45 sequelize=8 typeorm=20 sharp=20 puppeteer=10 playwright=8 tailwindcss=6 pm2=25 serve=6 dotenv=0.1 cors=0.05 winston=2 pino=1.5 socket.io=3 redis=3 ws=0.2 zod=4 rxjs=11',
};

/** Megabytes of a package that is not listed: about what the middle one of each registry takes. */
const TYPICAL = { apt: 4, apk: 2, pip: 3, npm: 0.3 };

const tables = new Map<string, Map<string, number>>();

/** Bytes that an installed package takes, an estimate. */
export function estimatedSize(manager: keyof typeof MB, name: string): number {
  let table = tables.get(manager);
  if (!table) {
    const entries = MB[manager].split(' ').map((entry): [string, number] => {
      const equals = entry.lastIndexOf('=');
      return [entry.slice(0, equals), Number(entry.slice(equals + 1))];
    });
    table = new Map(entries);
    tables.set(manager, table);
  }
  return Math.round((table.get(name) ?? TYPICAL[manager]) * 1e6);
}
