import pandas
from fastapi import FastAPI

app = FastAPI()
WEIGHTS = pandas.Series({"crate": 12.0, "pallet": 9.5})


@app.get("/mean")
def mean() -> dict[str, float]:
    return {"mean": float(WEIGHTS.mean())}
