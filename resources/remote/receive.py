"""Takes a snapshot in. Python 3.6, standard library only.

    receive.py STORE FOLDER

Standard input: a size on each line and an empty line; then, when the answer has come, a tar of contents without names, whose last
entry is the list. Nothing instead of a tar: nothing is to be made.

STORE holds what arrived and is in no snapshot yet, as "<sha256>-<size>", and "index": where each content is in a snapshot. The
index is a help and no more: what it names is looked at, read and compared before it is used, and one that is lost is made anew.
FOLDER appears under its name when it is complete; until then it is FOLDER.part. What arrived is kept when the rest did not come.
A large content that was cut off is kept too, as "partial-<size>-<pid>". An entry of the tar with the name "partial-<size>-<pid> N"
brings what follows the first N bytes of that file.
The list and the index are fields, each ended by a zero byte. The list: "folder" PATH; "file" PATH SHA256 SIZE "x" or ""; "link"
PATH TARGET. The index: "<sha256>-<size>" PATH.

First it prints "exists" when FOLDER is there, "free BYTES", "object SHA256 SIZE" for each content of these sizes, "partial NAME
BYTES SHA256" for the longest beginning of one, "end", an empty line. In the end "arrived N", then "exists", "missing SHA256 SIZE" for each content
that is not there (nothing was made then), or "done", and "end"; "busy" between. Exit code 3: it did not work.
"""
import fcntl
import hashlib
import os
import stat
import sys
import time

PIECE = 1 << 20
OLD = 14 * 24 * 3600
MOST = 100000  # contents in the index
LARGE = 8 << 20  # of these the beginning is worth keeping
FAILED = 3  # not 1, with which an interpreter ends that does not work


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


def widen_pipe():
    """The input comes from a process of its own: with 64 KiB between them each waits for the other all the time."""
    try:
        fcntl.fcntl(0, 1031, PIECE)  # F_SETPIPE_SZ, of Linux; Python knows its name from 3.10 on
    except OSError:
        pass


def remove_tree(folder):
    if os.path.lexists(folder):
        import shutil  # takes a while, and is hardly ever needed

        shutil.rmtree(folder, ignore_errors=True)


class Store:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(self.folder, 0o700, exist_ok=True)
        self.index = {}
        try:
            with open(self.path(b"index"), "rb") as stream:
                fields = stream.read().split(b"\0")
            self.index = {name: path for name, path in zip(fields[::2], fields[1::2]) if len(name) > 65 and name[64:65] == b"-"}
        except OSError:
            pass

        self.look()

    def path(self, name):
        return self.folder + b"/" + name

    def look(self):
        """What arrived and lies here."""
        self.arrived = {name for name in os.listdir(self.folder) if name[64:65] == b"-"}

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
        for path in (name in self.arrived and self.path(name), self.index.get(name)):
            try:
                info = path and os.lstat(path)
                if info and stat.S_ISREG(info.st_mode) and info.st_size == int(name[65:]):
                    return path
            except OSError:
                pass
        self.drop(name)
        return None

    def drop(self, name):
        self.index.pop(name, None)
        if name not in self.arrived:
            return  # what has come since belongs to another upload
        self.arrived.discard(name)
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
            with open(part, "wb") as stream:
                stream.write(b"".join(b"%s\0%s\0" % place for place in self.index.items()))
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


def tell_what_is_there(store, folder):
    sizes = set(iter(lambda: sys.stdin.buffer.readline().strip(), b""))
    if os.path.lexists(folder):
        say("exists")
    partials = [name for size in sizes if int(size) >= LARGE for name in store.partials(int(size))[:1]]
    space = os.statvfs(store.folder)
    say("free", space.f_bavail * space.f_frsize + sum(store.length(name) for name in partials if store.is_unused(name)))
    for name in store.arrived.union(store.index):
        Breath.take()
        if name[65:] in sizes and store.file_of(name):
            say("object", name.decode("latin-1").replace("-", " "))
    for name in partials:
        count = min(store.length(name), int(name.split(b"-")[1]))
        digest = hashlib.sha256()
        for piece in beginning(store, name, count):
            digest.update(piece)
        if count:
            say("partial", name.decode(), count, digest.hexdigest())
    say("end")
    say()  # what carries this holds a last newline back, with which its own end may begin
    sys.stdout.flush()


class Tar:
    """Just enough of tar: a name, a size and a content, one after the other."""

    def __init__(self, stream):
        self.stream = stream
        self.begun = False
        self.buffers = [memoryview(bytearray(PIECE)) for _ in range(2)]

    def next(self):
        head = self.stream.read(512)
        if not head and not self.begun:
            return None, 0
        self.begun = True
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


class Aside:
    """Another thread that does one thing at a time."""

    def __init__(self):
        from _queue import SimpleQueue  # these take a while, which small files have no use for
        from threading import Thread

        self.wanted, self.ended = SimpleQueue(), SimpleQueue()
        Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            work, piece = self.wanted.get()
            try:
                self.ended.put(work(piece))
            except BaseException as problem:
                self.ended.put(problem)

    def begin(self, work, piece):
        self.wanted.put((work, piece))

    def wait(self):
        problem = self.ended.get()
        if problem:
            raise problem


class Sink:
    """Hashes and writes a piece while the next one is read."""

    aside = None

    def __init__(self, out, digest):
        self.out, self.digest, self.is_busy = out, digest, False
        Sink.aside = Sink.aside or Aside()

    def take(self, piece):
        self.wait()
        self.is_busy = True
        Sink.aside.begin(self.work, piece)

    def work(self, piece):
        self.digest.update(piece)
        write_all(self.out, piece)

    def wait(self):
        is_busy, self.is_busy = self.is_busy, False
        if is_busy:
            Sink.aside.wait()


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


def arrive(store, tar, size):
    """Keeps one content under its hash."""
    part = store.path(b".in-%d" % os.getpid())
    digest = hashlib.sha256()
    out = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        for piece in tar.pieces(size):
            digest.update(piece)
            write_all(out, piece)
    except BaseException:
        os.unlink(part)
        raise
    finally:
        os.close(out)
    name = object_name(digest.hexdigest(), size)
    os.rename(part, store.path(name))
    return name


def arrive_large(store, tar, size, before=None, count=0):
    """The same of `count` bytes of the file `before`, and what comes. Its beginning is kept when the rest does not come."""
    whole = count + size
    part = store.path(b"partial-%d-%d" % (whole, os.getpid()))
    taken = before and take_over(store, before, count, part)
    if taken:
        out, digest = taken
        sources = [tar.pieces(size)]
    else:
        out, digest = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), hashlib.sha256()
        fcntl.flock(out, fcntl.LOCK_EX)
        sources = [beginning(store, before, count), tar.pieces(size)] if before else [tar.pieces(size)]
    sink = Sink(out, digest)
    try:
        try:
            for source in sources:
                for piece in source:
                    sink.take(piece)
        finally:
            sink.wait()
        length = os.fstat(out).st_size
    except BaseException as problem:
        keep = isinstance(problem, EOFError) and os.fstat(out).st_size > 0
        os.close(out)
        if not keep:
            os.unlink(part)
        raise
    os.close(out)
    name = object_name(digest.hexdigest(), length)
    os.rename(part, store.path(name))
    store.drop_partials(whole)
    return name


def take_all(store, tar, name, size):
    """What came now, and the list."""
    fresh = set()
    while name != b"list":
        before, _, count = name.partition(b" ")
        if name.startswith(b"partial-") and b"/" not in before:
            fresh.add(arrive_large(store, tar, size, before, int(count)))
        else:
            fresh.add((arrive_large if size >= LARGE else arrive)(store, tar, size))
        name, size = tar.next()
    return fresh, Plan(b"".join(bytes(piece) for piece in tar.pieces(size)))


class Plan:
    """What the list says."""

    def __init__(self, data):
        self.folders, self.links = [], []
        self.users = {}  # content -> path and mode of each file that has it
        fields = iter(data.split(b"\0")[:-1])
        for kind in fields:
            path = next(fields)
            if kind == b"folder":
                self.folders.append(path)
            elif kind == b"link":
                self.links.append((path, next(fields)))
            else:
                name = b"%s-%s" % (next(fields), next(fields))
                self.users.setdefault(name, []).append((path, 0o700 if next(fields) else 0o600))


def copy(source, target, mode, name):
    """False, and nothing is made, when the content is not what its name says."""
    digest = hashlib.sha256()
    expected, _, size = name.decode("latin-1").partition("-")
    left = int(size)
    ours = os.open(source, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        out = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
        try:
            while left >= 0:
                piece = os.read(ours, min(PIECE, left + 1))
                if not piece:
                    break
                left -= len(piece)
                digest.update(piece)
                write_all(out, piece)
                Breath.take()
            os.fchmod(out, mode)
        finally:
            os.close(out)
    finally:
        os.close(ours)
    if left == 0 and digest.hexdigest() == expected:
        return True
    os.unlink(target)
    return False


def is_whole(path, name):
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for piece in iter(lambda: stream.read(PIECE), b""):
            digest.update(piece)
            Breath.take()
    return digest.hexdigest().encode() == name.partition(b"-")[0]


class Snapshot:
    def __init__(self, store, plan, part, fresh):
        self.store = store
        self.plan = plan
        self.part = part
        self.fresh = fresh
        self.missing = []

    def target(self, path):
        return self.part + b"/" + path

    def build(self):
        """Copies come first: they can turn out wrong, and then what has arrived must still be in the store."""
        to_move = []
        self.store.look()
        os.mkdir(self.part, 0o700)
        for folder in self.plan.folders:
            os.mkdir(self.target(folder), 0o700)
        for name, users in self.plan.users.items():
            source = self.store.file_of(name)
            path, mode = users[0]
            if source is None:
                self.missing.append(name)
            elif source == self.store.path(name):
                if name in self.fresh or is_whole(source, name):
                    to_move.append((source, name, users))
                else:
                    self.lose(name)
            elif not copy(source, self.target(path), mode, name):
                self.lose(name)
            else:
                self.repeat(name, users)
        if self.missing:
            return False
        for source, name, users in to_move:
            path, mode = users[0]
            os.rename(source, self.target(path))
            if mode != 0o600:  # with which it was made
                os.chmod(self.target(path), mode)
            self.repeat(name, users)
        for path, link in self.plan.links:
            os.symlink(link, self.target(path))
        return True

    def lose(self, name):
        self.store.drop(name)
        self.missing.append(name)

    def repeat(self, name, users):
        for path, mode in users[1:]:
            if not copy(self.target(users[0][0]), self.target(path), mode, name):
                raise OSError("a copy differs from its source")

    def places(self, folder):
        return [(name, folder + b"/" + users[0][0]) for name, users in self.plan.users.items()]


def make(store, folder):
    """From what comes on the input. The exit code."""
    part = folder + b".part"
    widen_pipe()
    tar = Tar(sys.stdin.buffer)
    try:
        name, size = tar.next()
        if name is None:
            return 0
        fresh, plan = take_all(store, tar, name, size)
    except EOFError:
        sys.stderr.write("the upload was cut off\n")
        return FAILED
    say("arrived", len(fresh))
    if os.path.lexists(folder):
        say("exists")
        return 0
    remove_tree(part)  # of an upload that was killed
    snapshot = Snapshot(store, plan, part, fresh)
    try:
        done = snapshot.build()
        if done:
            os.rename(part, folder)
    except BaseException:
        remove_tree(part)
        raise
    if not done:
        remove_tree(part)
        for name in snapshot.missing:
            say("missing", name.decode("latin-1").replace("-", " "))
        return 0
    store.remember(snapshot.places(folder))
    store.prune()
    say("done")
    return 0


def main():
    folder, target = (os.fsencode(argument) for argument in sys.argv[1:])
    os.umask(0o077)
    try:
        store = Store(folder)
        tell_what_is_there(store, target)
        code = make(store, target)
    except Exception as problem:
        sys.stderr.write("%s\n" % (isinstance(problem, OSError) and problem.strerror or repr(problem)))
        return FAILED
    say("end")
    return code


if __name__ == "__main__":
    sys.exit(main())
