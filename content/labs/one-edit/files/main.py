import psycopg
from fastapi import FastAPI

app = FastAPI()


@app.get("/parcels")
def parcels() -> list[str]:
    with psycopg.connect("dbname=freight") as connection:
        return [row[0] for row in connection.execute("select id from parcels")]
