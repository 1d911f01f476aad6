"""Scores bearing readings with the trained model.

init() is called once, run() for each request. A request is JSON:
    {"data": [[vibration_x, vibration_y, vibration_z, temperature_inner, temperature_outer, load], ...]}
and the answer {"predictions": [{"worn": true, "probability": 0.93}, ...]}.
"""

import json
import math
import os

model = None


def init():
    global model
    # AZUREML_MODEL_DIR is the folder of the model where the script is served; beside this file, or in outputs/, otherwise.
    here = os.path.dirname(os.path.abspath(__file__))
    folders = [os.environ.get("AZUREML_MODEL_DIR"), here, os.path.join(here, "outputs", "model")]
    candidates = [os.path.join(folder, tail) for folder in folders if folder for tail in ("model.json", os.path.join("model", "model.json"))]
    path = next((path for path in candidates if os.path.exists(path)), None)
    if path is None:
        raise FileNotFoundError("There is no model.json in any of: " + ", ".join(candidates))
    with open(path) as file:
        model = json.load(file)


def run(body):
    try:
        rows = json.loads(body)["data"]
        return {"predictions": [predict(row) for row in rows]}
    except (KeyError, TypeError, ValueError) as error:
        return {"error": "The request is not of the form {\"data\": [[%s], ...]}: %s" % (", ".join(model["features"]), error)}


def predict(row):
    if len(row) != len(model["features"]):
        raise ValueError("a row has %d values instead of %d" % (len(row), len(model["features"])))
    z = model["bias"]
    for x, mean, deviation, weight in zip(row, model["means"], model["deviations"], model["weights"]):
        z += (float(x) - mean) / deviation * weight
    probability = 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
    return {"worn": probability >= 0.5, "probability": round(probability, 6)}


if __name__ == "__main__":
    import sys

    init()
    with open(sys.argv[1] if len(sys.argv) > 1 else "sample_input.json") as request:
        print(json.dumps(run(request.read()), indent=2))
