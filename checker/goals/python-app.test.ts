import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Project, Verdict } from '../types.ts';
import {
  baseSmallerThan,
  editKeepsCached,
  type GoalCheck,
  healthy,
  imageSmallerThan,
  receivesSignals,
  runsAs,
  starts,
} from './index.ts';

const MAIN =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get("/health")\ndef health():\n    return {}\n';
const PYPROJECT = '[project]\nname = "app"\nversion = "1"\ndependencies = ["fastapi", "uvicorn"]\n';

function ask(check: GoalCheck, dockerfile: string): Verdict {
  const texts = {
    'main.py': MAIN,
    'requirements.txt': 'fastapi==0.121.0\nuvicorn==0.38.0\n',
    'pyproject.toml': PYPROJECT,
    'uv.lock': 'version = 1\n',
    Dockerfile: dockerfile,
  };
  const files = new Map<string, ContextEntry>(
    Object.entries(texts).map(([path, content]) => [path, { kind: 'file', content }]),
  );
  const project: Project = { files, contextKnown: true, dockerfile: 'Dockerfile' };
  return check({ project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null });
}

const goals: Record<string, GoalCheck> = {
  'an edit of main.py keeps the installed dependencies': editKeepsCached('main.py', 'dependency install'),
  'it runs as a user other than root, who exists': runsAs('nonRoot'),
  'its base is slim': baseSmallerThan(200),
  'it is small': imageSmallerThan(300),
  'its health check works': healthy({ port: 8000, path: '/health' }),
  'it starts': starts(),
  'it stops when told to': receivesSignals(),
};

const PROBE = `HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"]`;
const SERVE = 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]';

const right: Record<string, string> = {
  'a virtual environment of another stage, its pip called by path': `FROM python:3.12-slim AS packages
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install -r requirements.txt
FROM python:3.12-slim
COPY --from=packages /venv /venv
ENV PATH=/venv/bin:$PATH
WORKDIR /app
COPY . .
USER 1000:1000
${PROBE}
CMD exec uvicorn main:app --host 0.0.0.0 --port 8000`,
  'programs called by path, the application as a module': `FROM python:3.12-slim AS packages
RUN /usr/local/bin/python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install -r requirements.txt
FROM python:3.12-slim
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
USER 1000:1000
HEALTHCHECK CMD ["/usr/local/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"]
CMD ["/venv/bin/python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`,
  'named user': `FROM python:3.12-slim
RUN groupadd -r appuser && useradd -r -g appuser appuser
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER appuser
EXPOSE 8000
${PROBE}
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]`,
  'uid, bind mount, curl from apt': `FROM python:3.13-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
RUN --mount=type=cache,target=/root/.cache/pip --mount=type=bind,source=requirements.txt,target=requirements.txt pip install -r requirements.txt
COPY main.py ./
USER 10001:10001
HEALTHCHECK --interval=10s CMD curl -fsS http://localhost:8000/health || exit 1
${SERVE}`,
  'virtual environment from another stage': `FROM python:3.12-slim AS build
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt /tmp/
RUN pip install -r /tmp/requirements.txt
FROM python:3.12-slim
COPY --from=build /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN adduser --system --no-create-home web
WORKDIR /app
COPY --chown=web main.py .
USER web
${PROBE}
ENTRYPOINT ["uvicorn"]
CMD ["main:app", "--host=0.0.0.0", "--port=8000"]`,
  'the environment’s interpreter called by its path': `FROM python:3.12 AS build
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install -r requirements.txt
FROM python:3.12-slim
COPY --from=build /venv /venv
WORKDIR /app
COPY main.py .
USER 10001
${PROBE}
CMD ["/venv/bin/python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]`,
  'packages and programs copied from the same base image': `FROM python:3.12-slim AS build
COPY requirements.txt .
RUN pip install -r requirements.txt
FROM python:3.12-slim
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
WORKDIR /app
COPY main.py .
USER 10001
${PROBE}
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]`,
  'alpine, adduser, wget': `FROM python:3.12-alpine
RUN addgroup -S app && adduser -S -G app app
WORKDIR /home/app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY --chown=app:app . .
USER app
HEALTHCHECK CMD wget -qO- http://127.0.0.1:8000/health || exit 1
ENTRYPOINT ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]`,
  'heredoc, user in one RUN with more': `FROM docker.io/library/python:3.12.4-slim
WORKDIR /app
COPY requirements.txt .
RUN <<EOF
set -e
pip install --no-cache-dir -r requirements.txt
useradd --uid 1234 --create-home --shell /usr/sbin/nologin svc
EOF
COPY main.py .
USER svc:svc
HEALTHCHECK --start-period=5s CMD python -c "import urllib.request; urllib.request.urlopen('http://localhost:8000/health', timeout=2)"
CMD exec uvicorn main:app --host 0.0.0.0`,
  'uv sync': `FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/
WORKDIR /app
ENV UV_COMPILE_BYTECODE=1
RUN --mount=type=cache,target=/root/.cache/uv --mount=type=bind,source=uv.lock,target=uv.lock --mount=type=bind,source=pyproject.toml,target=pyproject.toml uv sync --locked --no-install-project --no-dev
COPY main.py .
ENV PATH="/app/.venv/bin:$PATH"
RUN useradd -m app
USER app
${PROBE}
${SERVE}`,
  'uv pip into the system': `FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:0.8 /uv /usr/local/bin/uv
WORKDIR /app
COPY requirements.txt .
RUN uv pip install --system --no-cache -r requirements.txt
COPY main.py .
USER nobody
${PROBE}
${SERVE}`,
  'pip install into a prefix': `FROM python:3.12-slim AS deps
COPY requirements.txt .
RUN pip install --prefix=/install -r requirements.txt
FROM python:3.12-slim
COPY --from=deps /install /usr/local
WORKDIR /app
COPY . .
USER www-data
${PROBE}
${SERVE}`,
  'pip install --user as the user itself': `FROM python:3.12-slim
RUN useradd --create-home app
USER app
WORKDIR /home/app
ENV PATH=/home/app/.local/bin:$PATH
COPY --chown=app:app requirements.txt ./
RUN pip install --user --no-cache-dir -r requirements.txt
COPY --chown=app:app main.py ./
${PROBE}
${SERVE}`,
  'args, a stage as base, getent': `ARG VERSION=3.12
FROM python:\${VERSION}-slim AS base
ARG UID=1001
RUN getent passwd app || useradd -u $UID app
WORKDIR /code
FROM base AS final
COPY ./requirements.txt /code/requirements.txt
RUN python -m pip install --no-cache-dir --upgrade -r /code/requirements.txt
COPY . /code
USER \${UID}
${PROBE}
CMD ["fastapi", "run", "main.py", "--port", "8000"]`.replace(
    '["fastapi", "run", "main.py", "--port", "8000"]',
    '["uvicorn", "main:app", "--host", "0.0.0.0"]',
  ),
};

describe.each(Object.entries(right))('an image that is right: %s', (_name, dockerfile) => {
  it.each(Object.entries(goals))('%s', (_goal, check) => {
    expect(ask(check, dockerfile)).toEqual({ is: 'yes' });
  });
});

const START = `FROM python:3.12-slim
RUN useradd app
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
USER app
${PROBE}
${SERVE}`;

describe('an image that is wrong', () => {
  const wrong: [string, string, string, RegExp][] = [
    [
      'copies the code before it installs',
      START.replace('COPY requirements.txt .\n', 'COPY . .\n'),
      'an edit of main.py keeps the installed dependencies',
      /runs again/,
    ],
    [
      'installs nothing',
      START.replace('RUN pip install -r requirements.txt\n', ''),
      'an edit of main.py keeps the installed dependencies',
      /No step/,
    ],
    ['installs nothing', START.replace('RUN pip install -r requirements.txt\n', ''), 'it starts', /uvicorn/],
    [
      'runs as root',
      START.replace('USER app\n', ''),
      'it runs as a user other than root, who exists',
      /root/,
    ],
    [
      'runs as root by number',
      START.replace('USER app', 'USER 0'),
      'it runs as a user other than root, who exists',
      /root/,
    ],
    [
      'names a user that nobody made',
      START.replace('RUN useradd app\n', ''),
      'it runs as a user other than root, who exists',
      /unable to find user app: no matching entries in passwd file/,
    ],
    [
      'names a user that nobody made',
      START.replace('RUN useradd app\n', ''),
      'it starts',
      /unable to find user app/,
    ],
    [
      'makes the user in another stage',
      `FROM python:3.12-slim AS b\nRUN useradd app\n${START.replace('RUN useradd app\n', '')}`,
      'it starts',
      /unable to find user app/,
    ],
    ['stands on the full image', START.replace('3.12-slim', '3.12'), 'its base is slim', /1\.11 GB/],
    [
      'checks with curl that is not there',
      START.replace(/HEALTHCHECK.*/, 'HEALTHCHECK CMD curl -f http://localhost:8000/health || exit 1'),
      'its health check works',
      /no curl/,
    ],
    ['has no health check', START.replace(/HEALTHCHECK.*\n/, ''), 'its health check works', /no HEALTHCHECK/],
    ['checks another port', START.replace('8000/health', '8080/health'), 'its health check works', /8080/],
    ['checks another path', START.replace('8000/health', '8000/live'), 'its health check works', /live/],
    [
      'never fails',
      START.replace(/HEALTHCHECK.*/, 'HEALTHCHECK CMD exit 0'),
      'its health check works',
      /not ask/,
    ],
    [
      'starts through a shell',
      START.replace(SERVE, 'CMD uvicorn main:app --host 0.0.0.0'),
      'it stops when told to',
      /shell/,
    ],
    ['forgets the code', START.replace('COPY . .\n', ''), 'it starts', /main/],
    [
      'leaves the environment behind',
      right['virtual environment from another stage']?.replace(
        'COPY --from=build /opt/venv /opt/venv\n',
        '',
      ) ?? '',
      'it starts',
      /uvicorn/,
    ],
  ];
  it.each(wrong)('%s', (_what, dockerfile, goal, because) => {
    const verdict = ask(goals[goal] as GoalCheck, dockerfile);
    expect(verdict.is, JSON.stringify(verdict)).toBe('no');
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });
});
