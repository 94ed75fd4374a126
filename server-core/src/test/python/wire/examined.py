"""An application in layers, for a close look."""

import sqlite3


def inner(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @start
    if environ['QUERY_STRING'] == 'other':
        return [b'other']  # @other
    body = environ['wsgi.input'].read()  # @read
    with sqlite3.connect(':memory:') as connection:
        connection.execute('CREATE TABLE t (a)')
        connection.execute('INSERT INTO t VALUES (?)', (7,))  # @insert
    return [made(body)]


def made(body):
    return b'<' + body + b'>'  # @made


def application(environ, start_response):
    environ['layer.key'] = 1

    def with_header(status, headers, exc_info=None):
        return start_response(status, headers + [('X-Layer', 'yes')], exc_info)  # @layer
    return inner(environ, with_header)
