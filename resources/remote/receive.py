"""Takes a snapshot in. Python 3.6, standard library only.

    receive.py have STORE FOLDER   standard input: a size on each line
    receive.py put STORE FOLDER    standard input: a tar of contents without names; its last entry is the list

STORE holds what arrived and is in no snapshot yet, as "<sha256>-<size>", and "index": where each content is in a snapshot. The
index is a help and no more: what it names is looked at, read and compared before it is used, and one that is lost is made anew.
FOLDER appears under its name when it is complete; until then it is FOLDER.part. What arrived is kept when the rest did not come.
A large content that was cut off is kept too, as "partial-<size>-<pid>". An entry of the tar with the name "partial-<size>-<pid> N"
brings what follows the first N bytes of that file.
The list is JSON: {"folders": [...], "entries": [{"path", "sha256", "size", "executable"} or {"path", "link"}]}; each byte of a
name is one character of U+0000 to U+00FF.

have prints "python PATH", "exists" when FOLDER is there, "free BYTES", "object SHA256 SIZE" for each content of these sizes,
"partial NAME BYTES SHA256" for the longest beginning of one, "end".
put prints "arrived N", then "exists", "missing SHA256 SIZE" for each content that is not there (nothing was made then), or
"done", and "end"; "busy" between.
"""
import fcntl
import hashlib
import json
import os
import shutil
import stat
import sys
import time

PIECE = 1 << 20
OLD = 14 * 24 * 3600
MOST = 100000  # contents in the index
LARGE = 8 << 20  # of these the beginning is worth keeping


def say(*words):
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")


class Breath:
    """A sign of life every few seconds: whoever waits takes silence for a dead connection."""

    last = time.monotonic()

    @classmethod
    def take(cls):
        if time.monotonic() - cls.last > 5:
            cls.last = time.monotonic()
            say("busy")
            sys.stdout.flush()


def object_name(digest, size):
    return ("%s-%d" % (digest, size)).encode()


def raw(characters):
    return characters.encode("latin-1")


def text(data):
    return data.decode("latin-1")


class Store:
    def __init__(self, folder):
        self.folder = os.fsencode(folder)
        os.makedirs(self.folder, 0o700, exist_ok=True)
        self.index = {}
        try:
            with open(self.path(b"index"), encoding="utf-8") as stream:
                self.index = {raw(name): raw(path) for name, path in json.load(stream).items()}
        except (OSError, ValueError, AttributeError):
            pass

    def path(self, name):
        return os.path.join(self.folder, name)

    def arrived(self):
        return [name for name in os.listdir(self.folder) if len(name.partition(b"-")[0]) == 64]

    def partials(self, size):
        """Beginnings of contents of this size, the longest first."""
        names = [name for name in os.listdir(self.folder) if name.startswith(b"partial-%d-" % size)]
        return sorted(names, key=lambda name: -self.length(name))

    def length(self, name):
        try:
            info = os.lstat(self.path(name))
            return info.st_size if stat.S_ISREG(info.st_mode) else 0
        except OSError:
            return 0

    def is_unused(self, name):
        """Nobody writes to it."""
        try:
            with open(self.path(name), "rb") as stream:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError:
            return False

    def drop_partials(self, size):
        for name in self.partials(size):
            if self.is_unused(name):
                os.unlink(self.path(name))

    def file_of(self, name):
        """Where the content is: in the store, or in a snapshot. None: nowhere."""
        for path in (self.path(name), self.index.get(name)):
            try:
                info = path and os.lstat(path)
                if info and stat.S_ISREG(info.st_mode) and info.st_size == int(name.rpartition(b"-")[2]):
                    return path
            except OSError:
                pass
        self.drop(name)
        return None

    def drop(self, name):
        self.index.pop(name, None)
        try:
            os.unlink(self.path(name))
        except OSError:
            pass

    def remember(self, places):
        """The contents are in a snapshot now."""
        for name, path in places:
            self.index.pop(name, None)  # to the end: the oldest come first
            self.index[name] = path
        if len(self.index) > MOST:
            there = [(name, path) for name, path in self.index.items() if os.path.lexists(path)]
            self.index = dict(there[-MOST // 2 :])
        self.save()

    def save(self):
        part = self.path(b".index-%d" % os.getpid())
        try:
            with open(part, "w", encoding="utf-8") as stream:
                json.dump({text(name): text(path) for name, path in self.index.items()}, stream)
            os.rename(part, self.path(b"index"))
        except OSError:  # only a later upload would have gained by it
            pass

    def prune(self):
        """What no snapshot has taken for a long time, and pieces of what never came whole."""
        before = time.time() - OLD
        for name in os.listdir(self.folder):
            try:
                if name != b"index" and os.lstat(self.path(name)).st_mtime < before:
                    os.unlink(self.path(name))
            except OSError:
                pass


def have(store, folder):
    sizes = set(sys.stdin.buffer.read().split())
    say("python", sys.executable)
    if os.path.lexists(folder):
        say("exists")
    partials = [name for size in sizes if int(size) >= LARGE for name in store.partials(int(size))[:1]]
    space = os.statvfs(store.folder)
    say("free", space.f_bavail * space.f_frsize + sum(store.length(name) for name in partials if store.is_unused(name)))
    for name in store.arrived() + list(store.index):
        digest, _, size = name.partition(b"-")
        if size in sizes and store.file_of(name):
            say("object", digest.decode(), size.decode())
    for name in partials:
        count = min(store.length(name), int(name.split(b"-")[1]))
        digest = hashlib.sha256()
        for piece in beginning(store, name, count):
            digest.update(piece)
        if count:
            say("partial", name.decode(), count, digest.hexdigest())


class Tar:
    """Just enough of tar: a name, a size and a content, one after the other."""

    def __init__(self, stream):
        self.stream = stream
        self.buffers = [memoryview(bytearray(PIECE)) for _ in range(2)]

    def next(self):
        head = self.stream.read(512)
        if len(head) < 512 or head == bytes(512):
            raise EOFError
        field = head[124:136]
        size = int.from_bytes(field[1:], "big") if field[0] & 0x80 else int(field.rstrip(b"\0 "), 8)
        return head[:100].rstrip(b"\0"), size

    def pieces(self, size):
        """Each is good until the next but one is asked for."""
        left = size
        while left:
            self.buffers.reverse()
            count = self.stream.readinto(self.buffers[0][: min(left, PIECE)])
            if not count:
                raise EOFError
            left -= count
            yield self.buffers[0][:count]
        padding = -size % 512
        if len(self.stream.read(padding)) < padding:
            raise EOFError


def write_all(out, piece):
    while piece:
        piece = piece[os.write(out, piece) :]


class Sink:
    """Hashes and writes a piece while the next one is read."""

    pool = None

    def __init__(self, out, digest, large):
        self.out, self.digest, self.busy = out, digest, None
        if large and not Sink.pool:
            from concurrent.futures import ThreadPoolExecutor  # takes a while, which small files have no use for

            Sink.pool = ThreadPoolExecutor(1)
        self.aside = large

    def take(self, piece):
        self.wait()
        if self.aside:
            self.busy = Sink.pool.submit(self.work, piece)
        else:
            self.work(piece)

    def work(self, piece):
        self.digest.update(piece)
        write_all(self.out, piece)

    def wait(self):
        busy, self.busy = self.busy, None
        if busy:
            busy.result()


def take_over(store, before, count, part):
    """The first bytes of a content that was cut off, under our name, and their hash. None: somebody writes to it still, or it is
    shorter than it was."""
    digest = hashlib.sha256()
    try:
        out = os.open(store.path(before), os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(out, fcntl.LOCK_EX | fcntl.LOCK_NB)
        left = count
        while left:
            piece = os.read(out, min(PIECE, left))
            if not piece:
                raise OSError
            digest.update(piece)
            left -= len(piece)
            Breath.take()
        os.ftruncate(out, count)
        os.rename(store.path(before), part)
    except OSError:
        os.close(out)
        return None
    return out, digest


def beginning(store, name, count):
    """The same to be copied."""
    try:
        with open(store.path(name), "rb") as stream:
            while count:
                piece = stream.read(min(PIECE, count))
                if not piece:
                    return
                count -= len(piece)
                Breath.take()
                yield piece
    except OSError:
        return


def arrive(store, tar, size, before=None, count=0):
    """Keeps one content under its hash: `count` bytes of the file `before`, and what comes."""
    whole = count + size
    part = store.path(b"partial-%d-%d" % (whole, os.getpid()) if whole >= LARGE else b".in-%d" % os.getpid())
    taken = before and take_over(store, before, count, part)
    if taken:
        out, digest = taken
        sources = [tar.pieces(size)]
    else:
        out, digest = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), hashlib.sha256()
        fcntl.flock(out, fcntl.LOCK_EX)
        sources = [beginning(store, before, count), tar.pieces(size)] if before else [tar.pieces(size)]
    sink = Sink(out, digest, whole >= LARGE)
    try:
        try:
            for source in sources:
                for piece in source:
                    sink.take(piece)
        finally:
            sink.wait()
        length = os.fstat(out).st_size
    except BaseException as problem:
        keep = isinstance(problem, EOFError) and whole >= LARGE and os.fstat(out).st_size > 0
        os.close(out)
        if not keep:
            os.unlink(part)
        raise
    os.close(out)
    name = object_name(digest.hexdigest(), length)
    os.rename(part, store.path(name))
    if whole >= LARGE:
        store.drop_partials(whole)
    return name


def take_all(store):
    """What came now, and the list."""
    tar = Tar(sys.stdin.buffer)
    fresh = set()
    while True:
        name, size = tar.next()
        if name == b"list":
            return fresh, json.loads(b"".join(bytes(piece) for piece in tar.pieces(size)).decode("utf-8"))
        before, _, count = name.partition(b" ")
        if name.startswith(b"partial-") and b"/" not in before:
            fresh.add(arrive(store, tar, size, before, int(count)))
        else:
            fresh.add(arrive(store, tar, size))


def copy(source, target, mode, expected):
    """False, and nothing is made, when the content is not what its name says."""
    digest = hashlib.sha256()
    ours = os.open(source, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        out = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
        try:
            while True:
                piece = os.read(ours, PIECE)
                if not piece:
                    break
                digest.update(piece)
                write_all(out, piece)
                Breath.take()
            os.fchmod(out, mode)
        finally:
            os.close(out)
    finally:
        os.close(ours)
    if digest.hexdigest() == expected:
        return True
    os.unlink(target)
    return False


def is_whole(path, expected):
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for piece in iter(lambda: stream.read(PIECE), b""):
            digest.update(piece)
            Breath.take()
    return digest.hexdigest() == expected


class Snapshot:
    def __init__(self, store, plan, part, fresh):
        self.store = store
        self.plan = plan
        self.part = part
        self.fresh = fresh
        self.missing = []
        self.users = {}  # content -> entries
        for entry in plan["entries"]:
            if "link" not in entry:
                self.users.setdefault(object_name(entry["sha256"], entry["size"]), []).append(entry)

    def target(self, entry):
        return os.path.join(self.part, raw(entry["path"]))

    def mode(self, entry):
        return 0o700 if entry.get("executable") else 0o600

    def build(self):
        """Copies come first: they can turn out wrong, and then what has arrived must still be in the store."""
        to_move = []
        os.mkdir(self.part, 0o700)
        for folder in self.plan["folders"]:
            os.mkdir(os.path.join(self.part, raw(folder)), 0o700)
        for name, entries in self.users.items():
            first = entries[0]
            source = self.store.file_of(name)
            if source is None:
                self.missing.append(first)
            elif source == self.store.path(name):
                if name in self.fresh or is_whole(source, first["sha256"]):
                    to_move.append((source, entries))
                else:
                    self.lose(name, first)
            elif not copy(source, self.target(first), self.mode(first), first["sha256"]):
                self.lose(name, first)
            else:
                self.repeat(entries)
        if self.missing:
            return False
        for source, entries in to_move:
            os.rename(source, self.target(entries[0]))
            os.chmod(self.target(entries[0]), self.mode(entries[0]))
            self.repeat(entries)
        for entry in self.plan["entries"]:
            if "link" in entry:
                os.symlink(raw(entry["link"]), self.target(entry))
        return True

    def lose(self, name, entry):
        self.store.drop(name)
        self.missing.append(entry)

    def repeat(self, entries):
        for entry in entries[1:]:
            if not copy(self.target(entries[0]), self.target(entry), self.mode(entry), entry["sha256"]):
                raise OSError("a copy differs from its source")

    def places(self, folder):
        return [(name, os.path.join(folder, raw(entries[0]["path"]))) for name, entries in self.users.items()]


def put(store, folder):
    part = folder + b".part"
    try:
        fresh, plan = take_all(store)
    except EOFError:
        sys.stderr.write("the upload was cut off\n")
        return 1
    say("arrived", len(fresh))
    if os.path.lexists(folder):
        say("exists")
        return 0
    shutil.rmtree(part, ignore_errors=True)  # of an upload that was killed
    snapshot = Snapshot(store, plan, part, fresh)
    try:
        done = snapshot.build()
        if done:
            os.rename(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    if not done:
        shutil.rmtree(part, ignore_errors=True)
        for entry in snapshot.missing:
            say("missing", entry["sha256"], entry["size"])
        return 0
    store.remember(snapshot.places(folder))
    store.prune()
    say("done")
    return 0


def main():
    what, folder, target = sys.argv[1:]
    os.umask(0o077)
    code = 0
    try:
        store = Store(folder)
        code = put(store, os.fsencode(target)) if what == "put" else have(store, os.fsencode(target))
    except OSError as problem:
        sys.stderr.write("%s\n" % (problem.strerror or problem))
        return 1
    say("end")
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
