"""What belongs to the whole process: folder, environment, time zone, locale, signals."""

import locale
import os
import pathlib
import signal
import sys
import time

from routes import plain, query, trouble

PROJECT = pathlib.Path(__file__).resolve().parent.parent
_cwd = os.getcwd()
_timezone = os.environ.get("TZ")


@trouble(
    "/relative",
    elsewhere="FileNotFoundError: the working directory is / or wherever Apache was started.",
    here="Works, because the working directory is the project, and a finding says not to count on it.",
)
def open_relative(environ, start_response):
    with open("data.txt", encoding="utf-8") as file:  # @relative
        return plain(start_response, file.read().strip())


@trouble(
    "/absolute",
    elsewhere="Works: a path made from __file__.",
    here="Works everywhere.",
)
def open_absolute(environ, start_response):
    return plain(start_response, (PROJECT / "data.txt").read_text(encoding="utf-8").strip())


@trouble(
    "/chdir",
    elsewhere="Works, and breaks every other application and thread that relies on the folder.",
    here="The folder of the whole process changes until /chdir/back; Vivarium's own files are not moved "
         "by it.",
    ends="/chdir/back",
)
def change_folder(environ, start_response):
    os.chdir(PROJECT / "cases")  # @chdir
    return plain(start_response, f"The working directory is {os.getcwd()}.")


@trouble(
    "/chdir/back",
    elsewhere="–",
    here="Undoes /chdir.",
)
def change_folder_back(environ, start_response):
    os.chdir(_cwd)
    return plain(start_response, f"The working directory is {os.getcwd()}.")


@trouble(
    "/environ/set", example="value=1",
    elsewhere="Leaks into every sub interpreter that is created afterwards.",
    here="os.environ has it for all requests, and a finding names the variable.",
    ends="/environ/unset",
)
def set_environment(environ, start_response):
    os.environ["TROUBLES_VALUE"] = query(environ).get("value", "1")  # @environ
    return plain(start_response, f"TROUBLES_VALUE={os.environ['TROUBLES_VALUE']}")


@trouble(
    "/environ/get",
    elsewhere="–",
    here="What /environ/set left behind.",
)
def get_environment(environ, start_response):
    return plain(start_response, f"TROUBLES_VALUE={os.environ.get('TROUBLES_VALUE', '(not set)')}")


@trouble(
    "/environ/unset",
    elsewhere="–",
    here="Undoes /environ/set.",
)
def unset_environment(environ, start_response):
    os.environ.pop("TROUBLES_VALUE", None)
    return plain(start_response, "TROUBLES_VALUE is gone.")


@trouble(
    "/timezone", example="zone=Asia/Tokyo",
    elsewhere="The time zone of every application in the process changes; the last to load wins.",
    here="The zone of this application changes (where time.tzset exists); log times stay what they were.",
    ends="/timezone/reset",
)
def change_timezone(environ, start_response):
    os.environ["TZ"] = query(environ).get("zone", "Asia/Tokyo")  # @timezone
    return plain(start_response, told_time())


@trouble(
    "/timezone/reset",
    elsewhere="–",
    here="Undoes /timezone.",
)
def reset_timezone(environ, start_response):
    if _timezone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = _timezone
    return plain(start_response, told_time())


def told_time():
    """The local time after the C library was told about TZ, where it can be told."""
    if hasattr(time, "tzset"):
        time.tzset()
        return time.strftime("It is %H:%M in %Z.")
    return "This platform has no time.tzset()."


@trouble(
    "/locale", example="name=de_DE.UTF-8",
    elsewhere="Changes how all threads format numbers and dates; under Apache it is “C” to begin with.",
    here="The name of the new locale, or that the machine does not have it.",
    ends="/locale?name=C",
)
def change_locale(environ, start_response):
    wanted = query(environ).get("name", "")
    try:
        name = locale.setlocale(locale.LC_ALL, wanted)  # @locale
    except locale.Error as error:
        return plain(start_response, f"{wanted}: {error}")
    return plain(start_response, f"{name}: {locale.format_string('%.2f', 1234567.891, grouping=True)}")


@trouble(
    "/encoding",
    elsewhere="ascii under Apache's “C” locale: UnicodeEncodeError when opening or printing umlauts.",
    here="utf-8, all three.",
)
def tell_encodings(environ, start_response):
    names = {"file names": sys.getfilesystemencoding(), "files": locale.getpreferredencoding(False),
             "stdout": getattr(sys.stdout, "encoding", None)}
    return plain(start_response, ", ".join(f"{what}: {name}" for what, name in names.items()))


@trouble(
    "/home",
    elsewhere="root's, or that of whoever ran sudo: HOME is inherited from the shell that started Apache.",
    here="The home of the user who runs Vivarium.",
)
def tell_home(environ, start_response):
    home = os.environ.get("HOME", "(not set)")
    return plain(start_response, f"~ is {os.path.expanduser('~')}, HOME is {home}.")


@trouble(
    "/signal",
    elsewhere="mod_wsgi ignores it and logs “Callback registration for signal 15 ignored.”",
    here="Ignored and logged, or ValueError as this is not the main thread; SIGTERM still ends Vivarium.",
)
def register_signal_handler(environ, start_response):
    try:
        previous = signal.signal(signal.SIGTERM, lambda number, frame: None)  # @signal
    except ValueError as error:
        return plain(start_response, f"ValueError: {error}")
    return plain(start_response, f"signal.signal returned {previous!r}.")


@trouble(
    "/argv",
    elsewhere="['mod_wsgi'], or missing.",
    here="A list with at least one str.",
)
def tell_arguments(environ, start_response):
    return plain(start_response, f"sys.argv is {sys.argv!r}.")
