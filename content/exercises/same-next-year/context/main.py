from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def quote(weight: float) -> dict[str, float]:
    return {"price": round(4.5 + 1.2 * weight, 2)}
