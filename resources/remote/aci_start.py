"""Starts the Azure ML inference server in a container group: aci_start.py FOLDER TO WORK IN

Beside this file, in a secret volume: serve.py; `package`, the address of code and model as one tar.gz; `key`, which every
caller has to send. In the environment: MOORING_PACKAGE_SHA256, MOORING_PORT, AZUREML_MODEL_DIR, AZUREML_ENTRY_SCRIPT (of
the code), and MOORING_SERVER, the requirement that brings the server where the image has none.

Exit codes: 2, the package cannot be had or is not the one that was sent; 3, pip failed; 98, the port is taken.
"""

import hashlib
import hmac
import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
TRIES = 5


def say(text):
    print("Mooring: " + text, flush=True)


def give_up(text, code):
    say(text)
    sys.exit(code)


def secret(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read().strip()


def fetch(url, path):
    """Gives the hash of what came. The address is a secret: no error shows it."""
    digest = hashlib.sha256()
    with urllib.request.urlopen(url, timeout=60) as answer, open(path, "wb") as file:
        while True:
            piece = answer.read(1024 * 1024)
            if not piece:
                return digest.hexdigest()
            digest.update(piece)
            file.write(piece)


def fetch_package(path):
    wanted = os.environ["MOORING_PACKAGE_SHA256"]
    for attempt in range(1, TRIES + 1):
        try:
            found = fetch(secret("package"), path)
            break
        except urllib.error.HTTPError as error:
            problem = "HTTP %d" % error.code
            if error.code in (403, 404):
                give_up("The package cannot be had (%s). Its address may have expired: restart the endpoint." % problem, 2)
        except OSError as error:
            problem = str(getattr(error, "reason", error))
        say("The package did not come (%s), attempt %d of %d." % (problem, attempt, TRIES))
        if attempt == TRIES:
            give_up("The package cannot be had.", 2)
        time.sleep(2 * attempt)
    if not hmac.compare_digest(found, wanted):
        give_up("The package is not the one that was sent: its SHA-256 is %s, not %s." % (found, wanted), 2)
    say("The package is here and is the one that was sent.")


def inside(folder, path):
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def unpack(package, folder):
    """Files, folders and links that stay inside; anything else ends it."""
    with tarfile.open(package, "r:gz") as tar:
        for member in tar:
            path = os.path.join(folder, member.name)
            goal = os.path.join(os.path.dirname(path), member.linkname) if member.issym() else path
            if not (member.isfile() or member.isdir() or member.issym()) or not inside(folder, path) or not inside(folder, goal):
                give_up("The package holds %s, which leaves its folder." % member.name, 2)
            if member.isdir():
                os.makedirs(path, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if member.issym():
                os.symlink(member.linkname, path)
                continue
            with tar.extractfile(member) as source, open(path, "wb") as file:
                shutil.copyfileobj(source, file)
            os.chmod(path, member.mode & 0o777)


def link_model(folder):
    """The model under its own name and, of a folder, what is in it: scripts look in both ways."""
    models = os.environ["AZUREML_MODEL_DIR"]
    os.makedirs(models, exist_ok=True)
    source = os.path.join(folder, "model")
    for name in os.listdir(source):
        path = os.path.join(source, name)
        os.symlink(path, os.path.join(models, name))
        for entry in os.listdir(path) if os.path.isdir(path) else []:
            if entry != name:
                os.symlink(os.path.join(path, entry), os.path.join(models, entry))


def install(arguments):
    command = [sys.executable, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    if subprocess.call(command, stderr=subprocess.STDOUT) != 0:
        give_up("pip could not install what the model needs.", 3)
    importlib.invalidate_caches()


def install_requirements(folder):
    requirements = os.path.join(folder, "requirements.txt")
    if os.path.exists(requirements):
        install(["-r", requirements])
    if importlib.util.find_spec("azureml_inference_server_http") is None:
        say("The image has no inference server: it is installed.")
        install([os.environ["MOORING_SERVER"]])


def guard(key):
    """The server asks for the key before it looks at a request. Compared as bytes, in constant time."""
    from flask import Flask

    wanted = ("Bearer " + key).encode()
    body = b'{"message": "The key is missing or wrong."}'
    serve_app = Flask.wsgi_app

    def guarded(app, environ, start_response):
        # Whatever else a path may be called: only GET / is open, which says that the server is up.
        is_probe = environ.get("PATH_INFO") == "/" and environ.get("REQUEST_METHOD") in ("GET", "HEAD")
        sent = environ.get("HTTP_AUTHORIZATION", "").encode("latin-1", "replace")
        if is_probe or hmac.compare_digest(sent, wanted):
            return serve_app(app, environ, start_response)
        start_response("401 Unauthorized", [("Content-Type", "application/json"), ("Content-Length", str(len(body))), ("WWW-Authenticate", "Bearer")])
        return [body]

    Flask.wsgi_app = guarded


def main():
    folder = os.path.abspath(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)  # of a start before this one
    os.makedirs(folder)
    package = os.path.join(folder, "package.tar.gz")
    fetch_package(package)
    unpack(package, folder)
    os.remove(package)
    link_model(folder)
    install_requirements(folder)
    sys.path.insert(0, HERE)
    import serve

    port = int(os.environ["MOORING_PORT"])
    serve.bind(port, "0.0.0.0")
    guard(secret("key"))
    code = os.environ["AML_APP_ROOT"] = os.path.join(folder, "code")
    os.chdir(code)
    say("The inference server starts.")
    serve.serve(port, os.environ["AZUREML_ENTRY_SCRIPT"])


if __name__ == "__main__":
    main()
