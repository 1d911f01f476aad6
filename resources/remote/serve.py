"""Starts the Azure ML inference server for this computer alone: serve.py PORT ENTRY_SCRIPT

By itself the server listens on all addresses of the computer. Here it gets a socket that is bound to the loopback address,
the way systemd hands one over. Exit code 98: somebody else has the port.
"""

import os
import socket
import sys


def bind(port, address="127.0.0.1"):
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
        listener.listen()  # from here on nobody else can have it, though nothing is answered before init() is done
    except OSError as error:
        print("Port %d of %s cannot be taken: %s" % (port, address, error.strerror), flush=True)
        sys.exit(98)
    number = listener.detach()
    if number != 3:
        os.dup2(number, 3)
        os.close(number)
    os.set_inheritable(3, True)
    os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))


def settle():
    """Recent gunicorns open a control socket in the user's home, which servers would share."""
    try:
        from gunicorn.config import KNOWN_SETTINGS
    except ImportError:
        return
    for setting in KNOWN_SETTINGS:
        if setting.name == "control_socket_disable":
            setting.default = True


def serve(port, script):
    """Runs the server on the socket that bind() has taken, until it ends."""
    settle()
    from azureml_inference_server_http.amlserver import run

    sys.path[0] = os.getcwd()
    sys.argv = ["azmlinfsrv", "--entry_script", script, "--port", str(port)]
    run()


def main():
    port, script = int(sys.argv[1]), sys.argv[2]
    bind(port)
    serve(port, script)


if __name__ == "__main__":
    main()
