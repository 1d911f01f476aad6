"""The scoring script that Mooring makes for an MLflow model.

A request is JSON: {"input_data": {"columns": …, "data": …}} as Azure ML takes it, or one of MLflow's own forms
"dataframe_split", "dataframe_records", "instances", "inputs". The answer is the predictions as a list.
"""

import json
import os

model = None


def init():
    global model
    import mlflow.pyfunc

    top = os.environ["AZUREML_MODEL_DIR"]
    folders = [top] + sorted(os.path.join(top, name) for name in os.listdir(top))
    folder = next((folder for folder in folders if os.path.isfile(os.path.join(folder, "MLmodel"))), None)
    if folder is None:
        raise FileNotFoundError("There is no MLmodel in " + top)
    # Where it really lies: MLflow refuses parts that are links out of its folder.
    model = mlflow.pyfunc.load_model(os.path.dirname(os.path.realpath(os.path.join(folder, "MLmodel"))))


def as_input(request):
    import numpy
    import pandas

    for key in ("input_data", "dataframe_split"):
        value = request.get(key)
        if isinstance(value, dict) and "data" in value:
            return pandas.DataFrame(**{name: value[name] for name in ("columns", "index", "data") if name in value})
        if value is not None:
            return pandas.DataFrame(value)
    if "dataframe_records" in request:
        return pandas.DataFrame(request["dataframe_records"])
    for key in ("instances", "inputs"):
        value = request.get(key)
        if isinstance(value, dict):
            return {name: numpy.array(each) for name, each in value.items()}
        if value is not None:
            return pandas.DataFrame(value) if value and isinstance(value[0], dict) else numpy.array(value)
    raise ValueError('The request has none of "input_data", "dataframe_split", "dataframe_records", "instances", "inputs".')


def as_output(answer):
    for name in ("to_dict", "tolist"):
        convert = getattr(answer, name, None)
        if convert:
            return convert(orient="records") if name == "to_dict" and hasattr(answer, "columns") else getattr(answer, "tolist", convert)()
    return answer


def run(body):
    return as_output(model.predict(as_input(json.loads(body))))
