import os

import psycopg2
from fastapi import FastAPI

app = FastAPI()


@app.get("/orders/count")
def count() -> dict[str, int]:
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("select count(*) from orders")
        return {"orders": cursor.fetchone()[0]}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
