"""Logs parameters and metrics over the MLflow REST API with nothing but the standard library.

The variables MLFLOW_TRACKING_URI, MLFLOW_TRACKING_TOKEN and MLFLOW_RUN_ID say where to. When they are not set, or when the
server does not answer, training goes on without tracking. With the mlflow package installed one would write
mlflow.log_metric(...) instead; the server cannot tell the difference.
"""

import json
import os
import sys
import time
import urllib.request


class Tracker:
    def __init__(self):
        self.address = os.environ.get("MLFLOW_TRACKING_URI", "")
        self.token = os.environ.get("MLFLOW_TRACKING_TOKEN", "")
        self.run_id = os.environ.get("MLFLOW_RUN_ID", "")
        self.active = self.address.startswith("http") and bool(self.run_id)
        # A tracking server on this machine must not be asked through a proxy.
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def log_params(self, params):
        self._send(params=[{"key": key, "value": str(value)} for key, value in params.items()])

    def log_metrics(self, step, **metrics):
        now = int(time.time() * 1000)
        self._send(metrics=[{"key": key, "value": value, "timestamp": now, "step": step} for key, value in metrics.items()])

    def _send(self, **batch):
        if not self.active:
            return
        request = urllib.request.Request(
            self.address.rstrip("/") + "/api/2.0/mlflow/runs/log-batch",
            data=json.dumps(dict(batch, run_id=self.run_id)).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + self.token},
            method="POST",
        )
        try:
            with self.opener.open(request, timeout=5) as response:
                response.read()
        except OSError as error:
            self.active = False
            print("Tracking is off: %s" % error, file=sys.stderr)
