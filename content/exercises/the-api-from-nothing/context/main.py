import os
from pathlib import Path

import psycopg
from fastapi import FastAPI

app = FastAPI()


def connect() -> psycopg.Connection:
    password = Path(os.environ["DATABASE_PASSWORD_FILE"]).read_text().strip()
    return psycopg.connect(host=os.environ["DATABASE_HOST"], user="quay", dbname="quay", password=password)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/api/ships")
def ships() -> list[dict[str, str]]:
    with connect() as connection:
        rows = connection.execute("SELECT name, berth FROM ships ORDER BY name").fetchall()
    return [{"name": name, "berth": berth} for name, berth in rows]
