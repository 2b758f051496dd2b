"""The service as it runs in a container: `uvicorn app.server:app`."""

from app.main import create_app
from app.postgres import open_store

app = create_app(open_store)
