#!/usr/bin/env python3
"""Runs a command at a terminal of its own and answers it.

    terminal.py EXPECTED ANSWER -- COMMAND …

Types ANSWER once EXPECTED was printed; prints all that the terminal showed; ends with the command's exit code.
"""
import os
import pty
import select
import sys
import time

LIMIT = 30


def main():
    expected, answer, dashes, *command = sys.argv[1:]
    assert dashes == "--"
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    shown, typed, end = b"", False, time.monotonic() + LIMIT
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the command has ended
            break
        shown += piece
        if not typed and expected.encode() in shown:
            typed = True
            os.write(terminal, answer.encode())
    sys.stdout.buffer.write(shown)
    sys.stdout.flush()
    if time.monotonic() >= end:
        os.kill(child, 9)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) % 256)


main()
