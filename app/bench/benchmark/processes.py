"""Server processes: started, waited for, looked at, and ended without leaving anything behind."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time


class ServerFailed(Exception):
    """A server did not start, or did not answer as it should; the text says how."""


class Unanswered(ServerFailed):
    """There was no answer at all; early on it means no more than that the server is still starting."""


class Running:
    """A server's process group. It is a group of its own so that one signal reaches all of its processes."""

    def __init__(self, command, folder, environment, log, port):
        self.port = port
        self.log = log
        self.started = time.monotonic()
        with open(log, "wb") as output:
            self.process = subprocess.Popen(
                command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True)

    @property
    def url(self):
        """Where it listens."""
        return "http://127.0.0.1:%d/" % self.port

    def await_answer(self, application, patience=180):
        """Seconds from the start to the first right answer."""
        while time.monotonic() - self.started < patience:
            if self.process.poll() is not None:
                code = self.process.returncode
                raise ServerFailed("ended with %d before it answered: %s" % (code, self.last_words()))
            with contextlib.suppress(Unanswered):
                self.check(application)
                return time.monotonic() - self.started
            time.sleep(0.01)
        raise ServerFailed("no answer within %d s: %s" % (patience, self.last_words()))

    def check(self, application):
        """One request; raises `ServerFailed` when the answer is wrong."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST" if application.posted else "GET", "/", application.body)
            response = connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered("no answer: %r: %s" % (error, self.last_words())) from error
        finally:
            connection.close()
        if response.status != 200:
            raise ServerFailed("answered %d: %s" % (response.status, self.last_words()))
        if application.answer is not None and answer != application.answer:
            raise ServerFailed("answered with %d other bytes: %r" % (len(answer), answer[:60]))

    def resident(self):
        """Resident memory of all its processes, in bytes. Pages that two of them share count twice."""
        table = subprocess.run(["ps", "-A", "-o", "pgid=", "-o", "rss="], capture_output=True, text=True, check=True)
        rows = (line.split() for line in table.stdout.splitlines())
        return 1024 * sum(int(rss) for group, rss in rows if int(group) == self.process.pid)

    def uses(self, file):
        """Whether its first process has mapped this file into memory; None where the system does not show that."""
        try:
            with open("/proc/%d/maps" % self.process.pid) as maps:
                return any(line.rstrip().endswith(str(file)) for line in maps)
        except OSError:
            return None

    def last_words(self, count=400):
        """The end of what it wrote, in one line."""
        text = self.log.read_text(errors="replace")
        return " | ".join(line.strip() for line in text.splitlines() if line.strip())[-count:] or "it said nothing"

    def end(self, patience=15):
        """Ends all its processes and returns once the port is free."""
        self._signal(signal.SIGTERM)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            pass
        finally:  # a second Ctrl-C must not leave anything behind either
            self._signal(signal.SIGKILL)
            self.process.wait()
        while not is_free(self.port):
            time.sleep(0.02)

    def _signal(self, number):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)


def free_port():
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port):
    """Whether somebody could listen there; connections that are only fading away do not matter."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def interrupt_on(*numbers):
    """Makes these signals end the benchmark as Ctrl-C does, so that every server is ended too."""
    def interrupt(number, frame):
        raise KeyboardInterrupt

    for number in numbers:
        signal.signal(number, interrupt)
