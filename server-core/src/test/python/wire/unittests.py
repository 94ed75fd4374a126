"""Runs the agent's own tests in the engine that serves them."""

import io
import os
import unittest

FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def application(environ, start_response):
    report = io.StringIO()
    suite = unittest.TestLoader().discover(FOLDER, top_level_dir=FOLDER)
    result = unittest.TextTestRunner(stream=report, verbosity=2).run(suite)
    start_response('200 OK' if result.wasSuccessful() else '500 Failed', [('Content-Type', 'text/plain; charset=utf-8')])
    return [report.getvalue().encode('utf-8', 'backslashreplace')]
