"""The HTTP side: routes, status codes, start and stop."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractContextManager, asynccontextmanager

from fastapi import FastAPI, HTTPException, Query, Request
from pydantic import BaseModel

from app.notes import InvalidNote, Note, NoteStore, clean_text


class NewNote(BaseModel):
    text: str


def create_app(open_store: Callable[[], AbstractContextManager[NoteStore]]) -> FastAPI:
    """Build the service over any store, so that tests need no database."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # uvicorn leaves this block on SIGTERM, after the requests in progress have ended.
        with open_store() as store:
            app.state.store = store
            yield

    app = FastAPI(title="Notes", lifespan=lifespan)

    # Plain `def` routes run in FastAPI's thread pool, so a slow query blocks no other request.
    @app.post("/notes", status_code=201)
    def add_note(note: NewNote, request: Request) -> Note:
        try:
            text = clean_text(note.text)
        except InvalidNote as error:
            raise HTTPException(422, str(error)) from error
        return request.app.state.store.add(text)

    @app.get("/notes")
    def latest_notes(request: Request, limit: int = Query(20, ge=1, le=100)) -> Sequence[Note]:
        return request.app.state.store.latest(limit)

    # Liveness says only that the process answers: a database that is down is no reason to restart it.
    @app.get("/health/live")
    def live() -> dict[str, str]:
        return {"status": "ok"}

    # Readiness says that a request can be served now.
    @app.get("/health/ready")
    def ready(request: Request) -> dict[str, str]:
        try:
            request.app.state.store.ping()
        except Exception as error:
            raise HTTPException(503, "The database does not answer.") from error
        return {"status": "ok"}

    return app
