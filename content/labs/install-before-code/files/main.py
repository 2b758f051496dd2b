from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def greet(name: str = "world") -> dict[str, str]:
    return {"message": f"Hello, {name}"}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
