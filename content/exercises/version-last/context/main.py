import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/version")
def version() -> dict[str, str]:
    return {"version": os.environ["APP_VERSION"]}
