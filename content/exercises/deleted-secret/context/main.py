import os

from fastapi import FastAPI

app = FastAPI()
database = os.environ.get("DATABASE_URL")


@app.get("/health")
def health() -> dict[str, bool]:
    return {"database": database is not None}
