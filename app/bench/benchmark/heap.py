"""What is alive on a JVM's heap, asked of the JVM with jcmd."""

import re
import subprocess

TOTAL = re.compile(r"^Total\s+\d+\s+(\d+)", re.MULTILINE)


def live_bytes(distribution, pid):
    """Bytes of reachable objects, after the full collection that counting them takes; None where jcmd cannot tell."""
    jcmd = distribution / "runtime" / "bin" / "jcmd"
    try:
        answer = subprocess.run([str(jcmd), str(pid), "GC.class_histogram"],
                                capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return total(answer.stdout)


def total(histogram):
    """The number of bytes in a class histogram's last line."""
    found = TOTAL.search(histogram)
    return int(found.group(1)) if found else None
