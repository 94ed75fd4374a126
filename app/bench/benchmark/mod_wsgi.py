"""Apache with mod_wsgi as an ordinary foreground process, with a configuration of its own in a temporary folder."""

import os
import pathlib
from dataclasses import dataclass

BINARIES = ("usr/sbin/apache2", "usr/sbin/httpd", "usr/local/bin/httpd", "opt/homebrew/bin/httpd")
MODULES = ("usr/lib/apache2/modules", "usr/lib64/httpd/modules", "usr/lib/httpd/modules")

COMMON = """
ServerName 127.0.0.1
ServerRoot {folder}
DefaultRuntimeDir {folder}
PidFile {folder}/pid
ErrorLog /dev/stderr
LogLevel warn
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule wsgi_module {wsgi}
StartServers 1
ServerLimit 1
ThreadsPerChild 25
MaxRequestWorkers 25
AsyncRequestWorkerFactor 64
MaxKeepAliveRequests 0
WSGISocketPrefix {folder}/wsgi
WSGIApplicationGroup %{{GLOBAL}}
WSGIScriptAlias / {script}
<Directory {scripts}>
    Require all granted
</Directory>
"""

# Apache refuses to run its children as root.
AS_ROOT = """
User nobody
Group nogroup
"""

MODES = {
    # The application is in Apache's own child process, on Apache's own threads. These are more than the other servers
    # have, because they have the connections to look after too: with as few, Apache closes connections under load.
    "embedded": """
WSGIPythonPath {path}
""",
    # Apache's child process only passes requests on.
    "daemon": """
WSGIRestrictEmbedded On
WSGIDaemonProcess bench processes=1 threads={threads} python-path={path}
WSGIProcessGroup bench
""",
}


@dataclass(frozen=True)
class Apache:
    """An installation below `root`; another root than / is what `dpkg-deb -x` made of the Debian packages."""

    root: pathlib.Path
    binary: pathlib.Path
    modules: pathlib.Path
    wsgi: pathlib.Path

    @property
    def environment(self):
        """Unpacked libraries have to be pointed out to the loader."""
        folders = sorted((self.root / "usr/lib").glob("*-linux-gnu"))
        return {} if self.root == pathlib.Path("/") else {"LD_LIBRARY_PATH": os.pathsep.join(map(str, folders))}

    def command(self, configuration):
        """One foreground parent process, with children."""
        return [str(self.binary), "-f", str(configuration), "-DFOREGROUND"]


def find(root):
    """The Apache with mod_wsgi below `root`, or None."""
    binary = next((root / path for path in BINARIES if (root / path).exists()), None)
    for modules in (root / path for path in MODULES):
        wsgi = sorted(modules.glob("mod_wsgi*.so"))
        if binary and wsgi:
            return Apache(root, binary, modules, wsgi[-1])
    return None


def configure(apache, mode, folder, setting, application, port):
    """Writes the configuration of one server into `folder` and returns its path."""
    folder.mkdir()
    text = COMMON + MODES[mode] + (AS_ROOT if os.geteuid() == 0 else "")
    configuration = folder / "httpd.conf"
    configuration.write_text(text.format(
        folder=folder, port=port, modules=apache.modules, wsgi=apache.wsgi, threads=setting.threads,
        script=application.folder / (application.module + ".py"), scripts=application.folder,
        path=os.pathsep.join([str(application.folder), str(setting.packages)])))
    return configuration
