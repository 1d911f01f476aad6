"""The metrics collector of one run: speaks the part of the MLflow tracking API that training scripts use.

    python3 collector.py --folder RUN [--parent PID]

Python 3.6 or later, standard library only. Listens on 127.0.0.1, writes RUN/collector.env (the variables for the script) once it
does, appends to RUN/metrics.jsonl, keeps artifacts below RUN/outputs. Ends on TERM, and by itself when its parent ends.
"""

import argparse
import base64
import contextlib
import hmac
import json
import math
import os
import re
import secrets
import signal
import socketserver
import stat
import sys
import threading
import time
import traceback
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

EXPERIMENT = "1"  # a run belongs to one experiment; every name that a script uses means this one
JSON_LIMIT = 32 * 1024 * 1024
CONNECTION_LIMIT = 256
IDLE_SECONDS = 60


class ApiError(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def invalid(message):
    return ApiError(400, "INVALID_PARAMETER_VALUE", message)


def missing(message):
    return ApiError(404, "RESOURCE_DOES_NOT_EXIST", message)


def now_ms():
    return int(time.time() * 1000)


# --- values as protobuf's JSON has them -------------------------------------------------------------------------------------


def to_number(value, name):
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            return float(value)
        except (ValueError, OverflowError):
            pass
    raise invalid("%s must be a number, not %r." % (name, value))


def from_number(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def to_integer(value, name):
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        raise invalid("%s must be a whole number, not %r." % (name, value))
    if isinstance(value, bool) or not -(2 ** 63) <= number < 2 ** 63:
        raise invalid("%s is out of range." % name)
    return number


def to_key(value, name="key"):
    if not isinstance(value, str) or not value or len(value) > 1000 or any(ord(c) < 32 for c in value):
        raise invalid("%s must be a text of 1 to 1000 characters." % name)
    return value


def to_text(value, name="value"):
    if not isinstance(value, str):
        raise invalid("%s must be a text." % name)
    return value


def to_list(value, name):
    if value is None:
        return []
    if not isinstance(value, list) or any(not isinstance(item, dict) for item in value):
        raise invalid("%s must be a list of objects." % name)
    return value


def pairs(mapping):
    return [{"key": key, "value": value} for key, value in sorted(mapping.items())]


# --- the file ---------------------------------------------------------------------------------------------------------------


class Journal:
    """metrics.jsonl: whole lines only, appended. A line that could not be written whole is taken back."""

    def __init__(self, path):
        self.path = path
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o600)
        size = os.fstat(self.fd).st_size
        if size and os.pread(self.fd, 1, size - 1) != b"\n":
            os.write(self.fd, b"\n")

    def append(self, records):
        if not records:
            return
        data = "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records).encode("utf-8", "replace")
        before = os.fstat(self.fd).st_size
        try:
            done = 0
            while done < len(data):
                done += os.write(self.fd, data[done:])
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self.fd, before)
            raise ApiError(500, "INTERNAL_ERROR", "The metrics could not be written: %s." % error.strerror)

    def records(self):
        with open(self.path, "rb") as file:
            for line in file:
                try:
                    record = json.loads(line.decode("utf-8"))
                except ValueError:
                    continue
                if isinstance(record, dict):
                    yield record


# --- runs -------------------------------------------------------------------------------------------------------------------


class Run:
    def __init__(self, run_id, name, start_time, user=""):
        self.id, self.name, self.user = run_id, name, user
        self.status, self.start_time, self.end_time = "RUNNING", start_time, None
        self.stage = "active"
        self.params, self.tags, self.latest = {}, {}, {}
        self.inputs, self.outputs = {"dataset_inputs": [], "model_inputs": []}, []

    def note_metric(self, key, value, when, step):
        old = self.latest.get(key)
        if old is None or (step, when) >= (old[2], old[1]):
            self.latest[key] = (value, when, step)

    def info(self):
        info = {
            "run_id": self.id, "run_uuid": self.id, "run_name": self.name, "experiment_id": EXPERIMENT, "user_id": self.user, "status": self.status,
            "start_time": self.start_time, "artifact_uri": "mlflow-artifacts:/%s/%s/artifacts" % (EXPERIMENT, self.id), "lifecycle_stage": self.stage,
        }
        if self.end_time is not None:
            info["end_time"] = self.end_time
        return info

    def document(self):
        metrics = [{"key": key, "value": from_number(value), "timestamp": when, "step": step} for key, (value, when, step) in sorted(self.latest.items())]
        return {"info": self.info(), "data": {"metrics": metrics, "params": pairs(self.params), "tags": pairs(self.tags)}, "inputs": self.inputs,
                "outputs": {"model_outputs": self.outputs}}


class Model:
    def __init__(self, model_id, name, folder, source_run, kind):
        self.id, self.name, self.folder, self.source_run, self.kind = model_id, name, folder, source_run, kind
        self.created = self.updated = now_ms()
        self.status = "LOGGED_MODEL_PENDING"
        self.params, self.tags = {}, {}

    def document(self):
        return {"model": {
            "info": {"model_id": self.id, "experiment_id": EXPERIMENT, "name": self.name, "creation_timestamp_ms": self.created,
                     "last_updated_timestamp_ms": self.updated, "artifact_uri": "mlflow-artifacts:/%s/models/%s/artifacts" % (EXPERIMENT, self.id),
                     "status": self.status, "model_type": self.kind, "source_run_id": self.source_run, "tags": pairs(self.tags)},
            "data": {"params": pairs(self.params), "metrics": []}}}


class Store:
    """All that scripts have logged. Metrics themselves are kept in the journal only: memory does not grow with steps."""

    def __init__(self, journal, run_id, run_name, experiment):
        self.lock = threading.Lock()
        self.journal = journal
        self.own = run_id
        self.experiment_name = experiment
        self.experiment_tags = {}
        self.runs = {run_id: Run(run_id, run_name, now_ms())}
        self.models = {}
        for record in journal.records():
            self.replay(record)

    def replay(self, record):
        kind, key, value = record.get("kind"), record.get("key"), record.get("value")
        run = self.runs.get(record.get("run", self.own))
        with contextlib.suppress(ApiError, KeyError, TypeError):
            if kind == "run":
                self.runs.setdefault(record["run"], Run(record["run"], record.get("name") or "", record.get("time") or 0))
            elif kind == "model":
                self.models[record["model"]] = Model(record["model"], record["name"], record["folder"], record.get("source") or "", "")
            elif run and kind == "metric":
                run.note_metric(key, to_number(value, "value"), to_integer(record.get("time", 0), "time"), to_integer(record.get("step", 0), "step"))
            elif run and kind == "param":
                run.params[key] = value
            elif run and kind == "tag":
                run.tags[key] = value
            elif run and kind == "untag":
                run.tags.pop(key, None)

    def run(self, body):
        run_id = body.get("run_id") or body.get("run_uuid")
        if not isinstance(run_id, str) or run_id not in self.runs:
            raise missing("Run %r does not exist here." % (run_id,))
        return self.runs[run_id]

    def model(self, model_id):
        if model_id not in self.models:
            raise missing("Logged model %r does not exist here." % (model_id,))
        return self.models[model_id]

    def record(self, run, **fields):
        if run.id != self.own:
            fields["run"] = run.id
        return fields

    # Checks everything first, writes once, then remembers: a batch is kept whole or not at all.
    def log(self, run, metrics=(), params=(), tags=()):
        records, points, new_params, new_tags = [], [], {}, {}
        for metric in metrics:
            key, value = to_key(metric.get("key")), to_number(metric.get("value"), "value")
            when, step = to_integer(metric.get("timestamp") or now_ms(), "timestamp"), to_integer(metric.get("step") or 0, "step")
            if metric.get("model_id") and self.is_logged(run, key, value, when, step):
                continue
            points.append((key, value, when, step))
            records.append(self.record(run, kind="metric", key=key, value=from_number(value), step=step, time=when))
        for param in params:
            key, value = to_key(param.get("key")), to_text(param.get("value", ""))
            old = new_params.get(key, run.params.get(key))
            if old is not None and old != value:
                raise invalid("Changing param values is not allowed. Param with key='%s' was already logged with value='%s'. New value: '%s'." % (key, old, value))
            if old is None:
                new_params[key] = value
                records.append(self.record(run, kind="param", key=key, value=value))
        for tag in tags:
            key, value = to_key(tag.get("key")), to_text(tag.get("value", ""))
            if new_tags.get(key, run.tags.get(key)) != value:
                new_tags[key] = value
                records.append(self.record(run, kind="tag", key=key, value=value))
        self.journal.append(records)
        for point in points:
            run.note_metric(*point)
        run.params.update(new_params)
        run.tags.update(new_tags)
        if "mlflow.runName" in new_tags:
            run.name = new_tags["mlflow.runName"]

    # Clients send a run's points again when they link them to a model. Those are not newer than what is known.
    def is_logged(self, run, key, value, when, step):
        latest = run.latest.get(key)
        if latest is None or (step, when) > (latest[2], latest[1]):
            return False
        wanted = {"key": key, "value": from_number(value), "timestamp": when, "step": step}
        return any(point == wanted for point in self.history(run, key))

    def create_run(self, body):
        run = Run(secrets.token_hex(16), to_text(body.get("run_name") or "run-%d" % len(self.runs), "run_name"),
                  to_integer(body.get("start_time") or now_ms(), "start_time"), to_text(body.get("user_id") or "", "user_id"))
        tags = to_list(body.get("tags"), "tags")
        parent = next((tag.get("value") for tag in tags if tag.get("key") == "mlflow.parentRunId"), None)
        self.journal.append([{"kind": "run", "run": run.id, "name": run.name, "parent": parent, "time": run.start_time}])
        self.runs[run.id] = run
        self.log(run, tags=tags + [{"key": "mlflow.runName", "value": run.name}])
        return run

    def history(self, run, key):
        for record in self.journal.records():
            if record.get("kind") == "metric" and record.get("key") == key and record.get("run", self.own) == run.id:
                yield {"key": key, "value": record.get("value"), "timestamp": record.get("time"), "step": record.get("step")}

    def create_model(self, body):
        model_id = "m-" + secrets.token_hex(16)
        name = to_text(body.get("name") or "model", "name")
        folder = re.sub(r"[^A-Za-z0-9._-]", "_", name).lstrip(".")[:100] or "model"
        taken = {model.folder for model in self.models.values()}
        number, free = 2, folder
        while free in taken:
            free, number = "%s-%d" % (folder, number), number + 1
        model = Model(model_id, name, free, to_text(body.get("source_run_id") or "", "source_run_id"), to_text(body.get("model_type") or "", "model_type"))
        model.params = {to_key(item.get("key")): to_text(item.get("value", "")) for item in to_list(body.get("params"), "params")}
        model.tags = {to_key(item.get("key")): to_text(item.get("value", "")) for item in to_list(body.get("tags"), "tags")}
        self.journal.append([{"kind": "model", "model": model_id, "name": name, "folder": free, "source": model.source_run}])
        self.models[model_id] = model
        return model


# --- artifacts --------------------------------------------------------------------------------------------------------------


class Artifacts:
    """Files below one folder. Names are looked at, and no link is followed on the way."""

    def __init__(self, root, store):
        self.root, self.store = root, store

    def place(self, path):
        """The parts below outputs/ of an artifact path as our URIs have it."""
        match = re.match(r"^[^/]+/models/([^/]+)/artifacts(?:/(.*))?$", path, re.S)
        if match:
            return [self.store.model(match.group(1)).folder] + self.split(match.group(2))
        match = re.match(r"^[^/]+/([^/]+)/artifacts(?:/(.*))?$", path, re.S)
        if not match or match.group(1) not in self.store.runs:
            raise missing("There is no artifact place %r here." % path[:200])
        head = [] if match.group(1) == self.store.own else ["child_runs", match.group(1)]
        return head + self.split(match.group(2))

    @staticmethod
    def split(path):
        parts = (path or "").strip("/").split("/") if path else []
        for part in parts:
            if part in ("", ".", "..") or "\0" in part or len(part.encode("utf-8", "replace")) > 240:
                raise invalid("Invalid path: %r" % path[:200])
        return parts

    def folder(self, parts, create):
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
        if create:
            os.makedirs(self.root, 0o700, exist_ok=True)
        try:
            fd = os.open(self.root, flags)
            for part in parts:
                try:
                    below = os.open(part, flags, dir_fd=fd)
                except FileNotFoundError:
                    if not create:
                        raise
                    with contextlib.suppress(FileExistsError):
                        os.mkdir(part, 0o700, dir_fd=fd)
                    below = os.open(part, flags, dir_fd=fd)
                finally:
                    os.close(fd)
                fd = below
            return fd
        except FileNotFoundError:
            raise missing("There is no artifact %s." % "/".join(parts))
        except OSError as error:
            raise invalid("The artifact path %s cannot be used: %s." % ("/".join(parts), error.strerror))

    def write(self, path, chunks):
        parts = self.place(path)
        if not parts:
            raise invalid("An artifact needs a name.")
        fd = self.folder(parts[:-1], True)
        part = ".upload-%s.part" % secrets.token_hex(8)
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=fd), "wb") as file:
                for chunk in chunks:
                    file.write(chunk)
            os.rename(part, parts[-1], src_dir_fd=fd, dst_dir_fd=fd)
        except OSError as error:
            raise ApiError(500, "INTERNAL_ERROR", "The artifact could not be written: %s." % error.strerror)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(part, dir_fd=fd)
            os.close(fd)

    def open(self, path):
        parts = self.place(path)
        if not parts:
            raise invalid("An artifact needs a name.")
        folder = self.folder(parts[:-1], False)
        try:
            fd = os.open(parts[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
        except OSError:
            raise missing("There is no artifact %s." % "/".join(parts))
        finally:
            os.close(folder)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise missing("%s is not a file." % "/".join(parts))
        return open(fd, "rb")

    def list(self, path, prefix=""):
        parts = self.place(path)
        try:
            fd = self.folder(parts, False)
        except ApiError:
            return []  # nothing logged yet, or a file: both list as empty
        try:
            files = []
            for name in sorted(os.listdir(fd)):
                found = os.stat(name, dir_fd=fd, follow_symlinks=False)
                shown = (prefix + "/" if prefix else "") + name
                if stat.S_ISDIR(found.st_mode):
                    files.append({"path": shown, "is_dir": True})
                elif stat.S_ISREG(found.st_mode) and not name.endswith(".part"):
                    files.append({"path": shown, "is_dir": False, "file_size": found.st_size})
            return files
        finally:
            os.close(fd)

    def delete(self, path):
        parts = self.place(path)
        if not parts:
            raise invalid("An artifact needs a name.")
        fd = self.folder(parts[:-1], False)
        try:
            os.unlink(parts[-1], dir_fd=fd)
        except OSError as error:
            raise missing("The artifact %s cannot be deleted: %s." % ("/".join(parts), error.strerror))
        finally:
            os.close(fd)


# --- the API ----------------------------------------------------------------------------------------------------------------


class Api:
    """One method for each endpoint: takes the request's arguments, gives a JSON object. Called under the store's lock."""

    def __init__(self, store, artifacts):
        self.store, self.artifacts = store, artifacts
        self.routes = [(method, re.compile("^%s$" % pattern), getattr(self, name)) for method, pattern, name in ROUTES]

    def find(self, method, path):
        for wanted, pattern, function in self.routes:
            match = pattern.match(path)
            if match and method in wanted.split("|"):
                return function, match.groups()
        raise ApiError(404, "ENDPOINT_NOT_FOUND", "%s %s is not among the calls that this collector knows." % (method, path[:200]))

    def experiment(self, body):
        return {"experiment": {"experiment_id": EXPERIMENT, "name": body.get("experiment_name") or self.store.experiment_name, "lifecycle_stage": "active",
                               "artifact_location": "mlflow-artifacts:/" + EXPERIMENT, "tags": pairs(self.store.experiment_tags)}}

    def create_experiment(self, body):
        return {"experiment_id": EXPERIMENT}

    def search_experiments(self, body):
        return {"experiments": [self.experiment({})["experiment"]]}

    def tag_experiment(self, body):
        self.store.experiment_tags[to_key(body.get("key"))] = to_text(body.get("value", ""))
        return {}

    def create_run(self, body):
        return {"run": self.store.create_run(body).document()}

    def get_run(self, body):
        return {"run": self.store.run(body).document()}

    def update_run(self, body):
        run = self.store.run(body)
        run.status = to_text(body.get("status") or run.status, "status")
        if body.get("end_time"):
            run.end_time = to_integer(body["end_time"], "end_time")
        if body.get("run_name"):
            self.store.log(run, tags=[{"key": "mlflow.runName", "value": body["run_name"]}])
        return {"run_info": run.info()}

    def delete_run(self, body):
        self.store.run(body).stage = "deleted"
        return {}

    def restore_run(self, body):
        self.store.run(body).stage = "active"
        return {}

    def search_runs(self, body):
        found = [run for run in self.store.runs.values() if run.stage == "active"]
        for part in re.split(r"\s+and\s+", (body.get("filter") or "").strip(), flags=re.I):
            if not part:
                continue
            match = re.match(r"""^(tags|params|attributes)\.[`"]?([^`"=!]+?)[`"]?\s*(!?=)\s*['"](.*)['"]$""", part)
            if not match:
                raise invalid("This collector cannot filter by %r." % part)
            kind, key, sign, value = match.groups()
            found = [run for run in found if (self.field(run, kind, key) == value) == (sign == "=")]
        return {"runs": [run.document() for run in reversed(found)][:to_integer(body.get("max_results") or 1000, "max_results")]}

    @staticmethod
    def field(run, kind, key):
        if kind == "attributes":
            return run.info().get({"run_name": "run_name", "status": "status", "run_id": "run_id"}.get(key, ""))
        return (run.tags if kind == "tags" else run.params).get(key)

    def log_metric(self, body):
        self.store.log(self.store.run(body), metrics=[body])
        return {}

    def log_param(self, body):
        self.store.log(self.store.run(body), params=[body])
        return {}

    def set_tag(self, body):
        self.store.log(self.store.run(body), tags=[body])
        return {}

    def delete_tag(self, body):
        run, key = self.store.run(body), to_key(body.get("key"))
        if key not in run.tags:
            raise missing("The run has no tag %r." % key)
        self.store.journal.append([self.store.record(run, kind="untag", key=key)])
        del run.tags[key]
        return {}

    def log_batch(self, body):
        run = self.store.run(body)
        self.store.log(run, to_list(body.get("metrics"), "metrics"), to_list(body.get("params"), "params"), to_list(body.get("tags"), "tags"))
        return {}

    def log_inputs(self, body):
        run = self.store.run(body)
        run.inputs["dataset_inputs"] += to_list(body.get("datasets"), "datasets")
        run.inputs["model_inputs"] += to_list(body.get("models"), "models")
        return {}

    def log_outputs(self, body):
        self.store.run(body).outputs.extend(to_list(body.get("models"), "models"))
        return {}

    def log_model(self, body):
        run = self.store.run(body)
        try:
            history = json.loads(run.tags.get("mlflow.log-model.history", "[]")) + [json.loads(to_text(body.get("model_json"), "model_json"))]
        except ValueError:
            raise invalid("model_json is not JSON.")
        self.store.log(run, tags=[{"key": "mlflow.log-model.history", "value": json.dumps(history)}])
        return {}

    def history(self, body):
        run, key = self.store.run(body), to_key(body.get("metric_key"), "metric_key")
        start = to_integer(body.get("page_token") or 0, "page_token")
        size = min(max(1, to_integer(body.get("max_results") or 25000, "max_results")), 25000)
        page = []
        for number, point in enumerate(self.store.history(run, key)):
            if number >= start + size:
                return {"metrics": page, "next_page_token": str(start + size)}
            if number >= start:
                page.append(point)
        return {"metrics": page}

    def list_artifacts(self, body):
        run, path = self.store.run(body), body.get("path") or ""
        where = "%s/%s/artifacts" % (EXPERIMENT, run.id)
        return {"root_uri": run.info()["artifact_uri"], "files": self.artifacts.list(where + "/" + path if path else where, path)}

    def create_model(self, body):
        return self.store.create_model(body).document()

    def get_model(self, body, model_id):
        return self.store.model(model_id).document()

    def finalize_model(self, body, model_id):
        model = self.store.model(model_id)
        model.status, model.updated = to_text(body.get("status") or "LOGGED_MODEL_READY", "status"), now_ms()
        return model.document()

    def model_params(self, body, model_id):
        model = self.store.model(model_id)
        model.params.update({to_key(item.get("key")): to_text(item.get("value", "")) for item in to_list(body.get("params"), "params")})
        return {}

    def model_tags(self, body, model_id):
        model = self.store.model(model_id)
        model.tags.update({to_key(item.get("key")): to_text(item.get("value", "")) for item in to_list(body.get("tags"), "tags")})
        return model.document()

    def search_models(self, body):
        return {"models": [model.document()["model"] for model in self.store.models.values()]}

    def model_files(self, body, model_id):
        path = body.get("artifact_directory_path") or ""
        where = "%s/models/%s/artifacts" % (EXPERIMENT, self.store.model(model_id).id)
        return {"root_uri": "mlflow-artifacts:/" + where, "files": self.artifacts.list(where + "/" + path if path else where, path)}

    def server_info(self, body):
        return {"store_type": "FileStore", "workspaces_enabled": False}


ROUTES = [
    ("GET", "/experiments/get-by-name", "experiment"), ("GET", "/experiments/get", "experiment"), ("POST", "/experiments/create", "create_experiment"),
    ("GET|POST", "/experiments/(?:search|list)", "search_experiments"), ("POST", "/experiments/set-experiment-tag", "tag_experiment"),
    ("POST", "/runs/create", "create_run"), ("GET", "/runs/get", "get_run"), ("POST", "/runs/update", "update_run"), ("POST", "/runs/delete", "delete_run"),
    ("POST", "/runs/restore", "restore_run"), ("POST", "/runs/search", "search_runs"), ("POST", "/runs/log-metric", "log_metric"),
    ("POST", "/runs/log-parameter", "log_param"), ("POST", "/runs/set-tag", "set_tag"), ("POST", "/runs/delete-tag", "delete_tag"),
    ("POST", "/runs/log-batch", "log_batch"), ("POST", "/runs/log-inputs", "log_inputs"), ("POST", "/runs/log-model", "log_model"),
    ("POST", "/runs/outputs", "log_outputs"), ("GET", "/metrics/get-history", "history"), ("GET", "/artifacts/list", "list_artifacts"),
    ("POST", "/logged-models", "create_model"), ("POST", "/logged-models/search", "search_models"), ("GET", "/logged-models/([^/]+)", "get_model"),
    ("PATCH", "/logged-models/([^/]+)", "finalize_model"), ("POST", "/logged-models/([^/]+)/params", "model_params"),
    ("PATCH", "/logged-models/([^/]+)/tags", "model_tags"), ("GET", "/logged-models/([^/]+)/artifacts/directories", "model_files"),
    ("GET", "/server-info", "server_info"),
]


# --- HTTP -------------------------------------------------------------------------------------------------------------------


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "mooring-collector"
    sys_version = ""
    timeout = IDLE_SECONDS
    wbufsize = 65536  # head and body in one packet
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.serve()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def serve(self):
        self.body_left = True
        self.answered = False
        try:
            self.dispatch()
        except ApiError as error:
            self.fail(error)
        except (BrokenPipeError, ConnectionError, OSError):  # the client went away or was too slow
            self.close_connection = True
        except Exception:
            traceback.print_exc()
            self.fail(ApiError(500, "INTERNAL_ERROR", "The collector failed: %s" % sys.exc_info()[1]))

    def dispatch(self):
        path = urllib.parse.urlsplit(self.path).path
        if path == "/health":
            return self.answer(200, b"OK", "text/plain")
        self.authorize()
        if path == "/version":
            return self.answer(200, b"3.0.0", "text/plain")
        match = re.match(r"^/(?:ajax-)?api/[23]\.0/(?:preview/)?(mlflow|mlflow-artifacts)(/.*)$", path)
        if not match:
            raise ApiError(404, "ENDPOINT_NOT_FOUND", "There is nothing at %s." % path[:200])
        if match.group(1) == "mlflow-artifacts":
            return self.serve_artifact(match.group(2))
        function, groups = self.server.api.find(self.command, match.group(2))
        body = self.arguments() if self.command == "GET" else self.json_body()
        with self.server.store.lock:
            result = function(body, *groups)
        self.answer_json(200, result)

    def authorize(self):
        """Bearer, or Basic with the token as password: what MLflow clients can send."""
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                value = base64.b64decode(value).decode("utf-8", "replace").partition(":")[2]
            except ValueError:
                value = ""
        if not hmac.compare_digest(value.strip().encode("utf-8", "replace"), self.server.token.encode()):
            raise ApiError(401, "UNAUTHENTICATED", "The token of this run is missing or wrong.")

    def serve_artifact(self, path):
        artifacts = self.server.artifacts
        if path in ("/artifacts", "/artifacts/") and self.command == "GET":
            with self.server.store.lock:
                return self.answer_json(200, {"files": artifacts.list(self.arguments().get("path", ""))})
        if not path.startswith("/artifacts/"):
            raise ApiError(404, "ENDPOINT_NOT_FOUND", "Artifacts are sent whole to this collector.")
        name = urllib.parse.unquote(path[len("/artifacts/"):])
        if self.command == "PUT":
            artifacts.write(name, self.body())
            return self.answer_json(200, {})
        if self.command == "GET":
            with artifacts.open(name) as file:
                return self.answer_file(file)
        if self.command == "DELETE":
            artifacts.delete(name)
            return self.answer_json(200, {})
        raise ApiError(405, "BAD_REQUEST", "%s is not possible on an artifact." % self.command)

    def arguments(self):
        query = urllib.parse.urlsplit(self.path).query
        return {key: values[0] for key, values in urllib.parse.parse_qs(query, keep_blank_values=True).items()}

    def json_body(self):
        data = bytearray()
        for chunk in self.body():
            data += chunk
            if len(data) > JSON_LIMIT:
                raise ApiError(413, "BAD_REQUEST", "The request is larger than %d bytes." % JSON_LIMIT)
        try:
            value = json.loads(data.decode("utf-8")) if data else {}
        except (ValueError, RecursionError) as error:
            raise ApiError(400, "BAD_REQUEST", "The request is not JSON: %s" % error)
        if not isinstance(value, dict):
            raise ApiError(400, "BAD_REQUEST", "The request is not a JSON object.")
        return value

    def body(self):
        """The request's body in pieces. One that ends early is an error: half an artifact is none."""
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            yield from self.chunked_body()
        else:
            try:
                left = int(self.headers.get("Content-Length") or 0)
            except ValueError:
                left = -1
            if left < 0:
                raise ApiError(400, "BAD_REQUEST", "The length of the request is unreadable.")
            while left:
                piece = self.rfile.read(min(left, 1 << 20))
                if not piece:
                    raise ConnectionError("the body ended early")
                left -= len(piece)
                yield piece
        self.body_left = False

    def chunked_body(self):
        while True:
            try:
                size = int(self.rfile.readline(1024).split(b";")[0].strip(), 16)
            except ValueError:
                raise ApiError(400, "BAD_REQUEST", "The chunks of the request are unreadable.")
            if size < 0:
                raise ApiError(400, "BAD_REQUEST", "The chunks of the request are unreadable.")
            while size:
                piece = self.rfile.read(min(size, 1 << 20))
                if not piece:
                    raise ConnectionError("the body ended early")
                size -= len(piece)
                yield piece
                if not size:
                    self.rfile.readline(1024)
                    break
            else:
                while self.rfile.readline(65536).strip():  # trailers
                    pass
                return

    def finish_body(self):
        """What was not read would be taken for the next request: read a little of it, or give the connection up."""
        try:
            left = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            left = -1
        if not self.body_left or (left == 0 and "Transfer-Encoding" not in self.headers):
            return
        self.close_connection = True
        if 0 < left <= 1 << 20:
            with contextlib.suppress(OSError):
                self.connection.settimeout(1)
                self.rfile.read(left)

    def fail(self, error):
        if self.answered:
            self.close_connection = True
            return
        with contextlib.suppress(OSError):
            self.finish_body()
            self.answer_json(error.status, {"error_code": error.code, "message": error.message})

    def answer_json(self, status, value):
        self.answer(status, json.dumps(value).encode(), "application/json")

    def answer(self, status, data, kind):
        self.head(status, len(data), kind)
        self.wfile.write(data)

    def answer_file(self, file):
        left = os.fstat(file.fileno()).st_size
        self.head(200, left, "application/octet-stream")
        while left:
            piece = file.read(min(left, 1 << 20))
            if not piece:
                self.close_connection = True
                return
            self.wfile.write(piece)
            left -= len(piece)

    def head(self, status, length, kind):
        self.answered = True
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()


class Server(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, store, artifacts, token):
        self.store, self.artifacts, self.token = store, artifacts, token
        self.api = Api(store, artifacts)
        self.places = threading.BoundedSemaphore(CONNECTION_LIMIT)
        super().__init__(("127.0.0.1", 0), Handler)

    def server_bind(self):
        socketserver.TCPServer.server_bind(self)  # not HTTPServer's: it asks the resolver for our name, which can hang
        self.server_name, self.server_port = self.server_address[:2]

    def process_request(self, request, client_address):
        if not self.places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.places.release()

    def handle_error(self, request, client_address):
        pass  # a client that breaks off is no news


# --- start and end ----------------------------------------------------------------------------------------------------------


def read_settings(folder):
    try:
        with open(os.path.join(folder, "run.json"), encoding="utf-8") as file:
            document = json.load(file)
        return document.get("settings") if isinstance(document.get("settings"), dict) else document
    except (OSError, ValueError, AttributeError):
        return {}


def quoted(value):
    return "'" + value.replace("'", "'\\''") + "'"


def write_variables(folder, port, token, run_id, experiment):
    address = "http://127.0.0.1:%d" % port
    unproxied = ",".join(filter(None, ["127.0.0.1", "localhost", os.environ.get("NO_PROXY") or os.environ.get("no_proxy")]))
    variables = [
        ("MLFLOW_TRACKING_URI", address), ("MLFLOW_TRACKING_TOKEN", token), ("MLFLOW_RUN_ID", run_id), ("MLFLOW_EXPERIMENT_ID", EXPERIMENT),
        ("MLFLOW_EXPERIMENT_NAME", experiment),
        # A collector that is gone must not stall training for minutes.
        ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2"), ("MLFLOW_HTTP_REQUEST_TIMEOUT", "5"),
        ("MLFLOW_DISABLE_TELEMETRY", "true"),
        ("NO_PROXY", unproxied), ("no_proxy", unproxied),
    ]
    path = os.path.join(folder, "collector.env")
    part = "%s.part-%d" % (path, os.getpid())
    with contextlib.suppress(OSError):
        os.unlink(part)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        for name, value in variables:
            file.write("export %s=%s\n" % (name, quoted(value)))
    os.rename(part, path)
    return path


def wait_for_end(parent):
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: ended.set())
    while not ended.wait(0.5):
        if os.getppid() != parent:
            return


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", required=True)
    parser.add_argument("--parent", type=int, default=0)
    arguments = parser.parse_args()
    parent = arguments.parent or os.getppid()
    os.umask(0o077)
    folder = os.path.abspath(arguments.folder)
    settings = read_settings(folder)
    base = os.path.basename(folder)
    run_id = base if re.match(r"^[a-zA-Z0-9][\w-]{0,200}$", base) else secrets.token_hex(16)
    experiment = str(settings.get("experiment") or os.path.basename(str(settings.get("source") or "").rstrip("/")) or "Default")
    store = Store(Journal(os.path.join(folder, "metrics.jsonl")), run_id, str(settings.get("name") or base), experiment)
    artifacts = Artifacts(os.path.join(folder, "outputs"), store)
    token = secrets.token_urlsafe(32)
    server = Server(store, artifacts, token)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    variables = write_variables(folder, server.server_port, token, run_id, experiment)
    wait_for_end(parent)
    server.shutdown()
    with contextlib.suppress(OSError):
        os.unlink(variables)
    if store.lock.acquire(timeout=5):  # no line is cut in the middle
        os._exit(0)
    os._exit(1)


if __name__ == "__main__":
    main()
