import pathlib
import tempfile
import unittest

from benchmark import mod_wsgi


class Find(unittest.TestCase):
    def test_takes_what_debian_packages_unpack_to(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path in ("usr/sbin/apache2", "usr/lib/apache2/modules/mod_wsgi.so", "usr/lib/x86_64-linux-gnu/x"):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).touch()
            apache = mod_wsgi.find(root)
            self.assertEqual(root / "usr/lib/apache2/modules/mod_wsgi.so", apache.wsgi)
            self.assertEqual({"LD_LIBRARY_PATH": str(root / "usr/lib/x86_64-linux-gnu")}, apache.environment)

    def test_nothing_there(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertIsNone(mod_wsgi.find(pathlib.Path(folder)))
