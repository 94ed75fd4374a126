import inspect
import json
import sqlite3
import sys
import unittest

from fake_call import VARIABLES, FakeCall
from vivarium_agent.examine import Examination, ExaminedCall
from vivarium_agent.gateway import Gateway


def examined(application, **arguments):
    """What the client got, and the report."""
    call = FakeCall(**arguments)
    examination = Examination(lambda filename: filename == __file__)
    with examination:
        Gateway(application, {}).serve(ExaminedCall(call, examination), VARIABLES)
    return call, json.loads(examination.report())


def line(marker):
    for number, text in enumerate(inspect.getsource(sys.modules[__name__]).splitlines(), 1):
        if text.endswith('# @' + marker):
            return number
    raise AssertionError(marker)


def middleware(application):
    def layer(environ, start_response):
        environ['my.key'] = 'x'
        environ['my.nothing'] = None

        def rewritten(status, headers, exc_info=None):
            return start_response(status, headers + [('X-Layer', 'yes')], exc_info)  # @rewritten
        return application(environ, rewritten)
    return layer


def inner(environ, start_response):
    environ['wsgi.input'].read(3)  # @read
    start_response('200 OK', [('X-Inner', 'yes')])  # @start
    return chunks()


def chunks():
    yield b'abc'  # @first
    yield passed_on(b'def')


def passed_on(data):
    return data  # @second


class ExamineTest(unittest.TestCase):
    def test_nothing_is_changed(self):
        call, _ = examined(middleware(inner), body=b'body')
        self.assertEqual(call.said, [
            ('read', 3, 'read(3)'), ('start', '200 OK', 'X-Inner\0yes\0X-Layer\0yes'),
            ('write', b'abc'), ('write', b'def'), ('finish',)])
        self.assertIsNone(sys.gettrace())

    def test_layers(self):
        _, report = examined(middleware(inner), body=b'body')
        outer, within = report['layers']
        self.assertEqual([outer['depth'], within['depth']], [0, 1])
        self.assertTrue(outer['name'].endswith('layer'), outer['name'])
        self.assertEqual(within['place'][2], 'inner')
        self.assertEqual(outer['changed'], {'my.key': "'x'", 'my.nothing': 'None'})
        self.assertEqual(within['changed'], {})
        self.assertLessEqual(outer['begin'], within['begin'])
        self.assertLessEqual(within['end'], outer['end'])
        by_inner, by_layer = within['starts']
        self.assertEqual(by_inner['headers'], [['X-Inner', 'yes']])
        self.assertEqual(by_inner['place'][1], line('start'))
        self.assertEqual(by_layer['headers'], [['X-Inner', 'yes'], ['X-Layer', 'yes']])
        self.assertEqual(by_layer['place'][1], line('rewritten'))

    def test_where_bytes_come_from(self):
        _, report = examined(inner, body=b'body')
        self.assertEqual(
            [(chunk['size'], chunk['exact'], chunk['place'][1]) for chunk in report['chunks']],
            [(3, True, line('first')), (3, True, line('second'))])

    def test_bytes_in_a_list(self):
        def application(environ, start_response):
            start_response('200 OK', [])
            return ['text'.encode()]  # @listed
        _, report = examined(application)
        self.assertEqual([(chunk['exact'], chunk['place'][1]) for chunk in report['chunks']], [(True, line('listed'))])

    def test_reads(self):
        _, report = examined(inner, body=b'body')
        self.assertEqual([(read['call'], read['place'][1]) for read in report['reads']], [('read(3)', line('read'))])

    def test_lines_are_those_that_were_executed(self):
        def application(environ, start_response):
            start_response('200 OK', [])
            for _ in range(2):
                sum((1, 2))  # @twice
            return []
        _, report = examined(application)
        self.assertEqual(report['files'], [__file__])
        self.assertEqual(report['lines'][1::2].count(line('twice')), 2)
        self.assertEqual(set(report['lines'][::2]), {0})
        self.assertEqual(report['left_out'], 0)

    def test_an_exception_passes(self):
        def application(environ, start_response):
            raise KeyError('x')
        call, report = examined(application)
        self.assertEqual(call.said, [('failed', 'KeyError', "'x'")])
        self.assertGreaterEqual(report['layers'][0]['end'], 0)
        self.assertIsNone(sys.gettrace())

    def test_statements(self):
        def application(environ, start_response):
            connection = sqlite3.connect(':memory:')
            connection.execute('CREATE TABLE t (a)')
            connection.execute('SELECT * FROM t WHERE a = ?', (5,)).fetchall()  # @select
            connection.close()
            start_response('200 OK', [])
            return []
        connect = sqlite3.connect
        call, report = examined(application)
        self.assertEqual(call.said[0][0], 'start', call.said)
        self.assertEqual(
            [statement['sql'].split(' WHERE')[0] for statement in report['statements']],
            ['CREATE TABLE t (a)', 'SELECT * FROM t'])
        select = report['statements'][1]
        self.assertEqual(select['place'][1], line('select'))
        self.assertGreaterEqual(select['end'], select['begin'])
        self.assertIs(sqlite3.connect, connect)
