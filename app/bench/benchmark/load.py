"""Driving a server with wrk."""

import json
import pathlib
import shutil
import subprocess
from dataclasses import asdict, dataclass

SCRIPT = pathlib.Path(__file__).with_name("drive.lua")
MISSING = "wrk is needed to drive the servers: apt install wrk, brew install wrk, or https://github.com/wg/wrk"


@dataclass(frozen=True)
class Window:
    """What wrk saw in some seconds; latencies are of a closed loop, so they grow with the number of connections."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    max_ms: float
    socket_errors: int
    timeouts: int
    bad_status: int

    @property
    def rate(self):
        """Requests per second."""
        return self.requests / self.seconds if self.seconds else 0.0

    @property
    def errors(self):
        """Whatever was not a good answer."""
        return self.socket_errors + self.timeouts + self.bad_status

    def as_row(self):
        """Everything, what is derived too."""
        return {**asdict(self), "rate": self.rate, "errors": self.errors}


def available():
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None


def drive(url, posted, seconds, connections):
    """Keeps `connections` requests in flight for some seconds, from one thread: the servers need the other cores."""
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", "%ds" % max(1, round(seconds)),
               "--timeout", "10s", "-s", str(SCRIPT), url, "--", str(posted)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return parse(output)


def parse(output):
    """The window from the line that `drive.lua` wrote below wrk's own text."""
    return Window(**json.loads(output.splitlines()[-1]))


@dataclass(frozen=True)
class WarmUp:
    """How a server got warm: what came of every window, and whether the last ones had stopped getting better."""

    rates: list
    requests: list
    seconds: float
    steady: bool


def warm_up(drive_once, window, least, longest):
    """Calls `drive_once(window)` until the rate stops rising, for `least` to `longest` seconds."""
    seen, rates = [], []
    while not (steady(rates) and len(rates) * window >= least) and (len(rates) + 1) * window <= longest:
        seen.append(drive_once(window))
        rates = [each.rate for each in seen]
    return WarmUp(rates, [each.requests for each in seen], len(rates) * window, steady(rates))


def steady(rates, tolerance=0.03):
    """Whether the last two windows were at most 3 % better than the best before them.

    One-sided, because on a shared machine two windows of a warm server rarely agree within 3 %, and a compiler that
    is still at work makes the next window faster, not slower. Three windows of a plateau before a jump would
    pass for warm; hence at least four.
    """
    return len(rates) >= 4 and max(rates[-2:]) <= (1 + tolerance) * max(rates[:-2])
