from pathlib import Path
from uuid import uuid4

from fastapi import FastAPI, Request

app = FastAPI()
uploads = Path("/app/uploads")


@app.post("/pictures")
async def upload(request: Request) -> dict[str, str]:
    uploads.mkdir(exist_ok=True)
    name = f"{uuid4()}.jpg"
    (uploads / name).write_bytes(await request.body())
    return {"name": name}
