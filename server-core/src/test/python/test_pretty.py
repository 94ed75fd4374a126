import unittest

from vivarium_agent.debugging import pretty
from vivarium_agent.debugging.variables import brief

ENVIRON = {'REQUEST_METHOD': 'GET', 'SCRIPT_NAME': '/app', 'PATH_INFO': '/caf\xc3\xa9', 'QUERY_STRING': 'q=one',
           'SERVER_PROTOCOL': 'HTTP/1.1', 'wsgi.version': (1, 0), 'HTTP_USER_AGENT': 'test'}


class Everything:
    def size(self):
        return 3

    def page(self, start, count):
        return [('.environ', ENVIRON, '')]

    assign = None


class OwnRequest:
    """As somebody's own project has it."""

    def __init__(self, environ):
        self.environ = environ
        self.method, self.path, self.cookies = 'GET', '/café', {}

    def form(self):
        raise AssertionError('reads the body')

    @property
    def args(self):
        raise AssertionError('nobody knows what it does')


class FrameworkRequest:
    def __init__(self, environ):
        self.__dict__['environ'] = environ

    method = property(lambda self: self.environ['REQUEST_METHOD'])
    path = property(lambda self: '/café')

    @property
    def GET(self):
        return self.environ.setdefault('webob._parsed_query_vars', {'q': 'one'})

    @property
    def POST(self):
        raise AssertionError('reads the body')

    @property
    def cookies(self):
        raise ValueError('broken')


FrameworkRequest.__module__ = 'webob.request'


def parts(value):
    return {part[0]: part[1] for part in pretty.parts(value, 'it', Everything(), None).page(0, 100)}


class PrettyTest(unittest.TestCase):
    def test_an_environ_in_a_line(self):
        self.assertEqual(brief(dict(ENVIRON)), ('GET /app/caf%C3%A9?q=one HTTP/1.1', True))
        self.assertEqual(brief({'REQUEST_METHOD': 'GET'})[0], "{'REQUEST_METHOD': 'GET'}")
        broken = {**ENVIRON, 'PATH_INFO': 7}
        self.assertEqual(brief(broken)[0][:20], "{'HTTP_USER_AGENT': ")

    def test_groups_whose_values_are_assigned_by_the_names_of_headers(self):
        environ = dict(ENVIRON)
        shown = pretty.parts(environ, 'environ', None, lambda keys: [['Headers', [key for key in keys if 'HTTP_' in key]]])
        title, headers, path = shown.page(0, 100)[0]
        self.assertEqual((title, headers.size(), path), ('Headers', 1, ''))
        self.assertEqual(headers.page(0, 100), [('User-Agent', 'test', "environ['HTTP_USER_AGENT']")])
        headers.assign('User-Agent', 'other')
        self.assertEqual(environ['HTTP_USER_AGENT'], 'other')

    def test_a_request_of_the_projects_own(self):
        request = OwnRequest(dict(ENVIRON))
        self.assertEqual(brief(request), ('GET /caf%C3%A9?q=one', False))
        found = parts(request)
        self.assertEqual(list(found), ['.method', '.path', '.cookies', 'all attributes'])
        self.assertEqual(found['all attributes'].size(), 3)

    def test_a_frameworks_properties_are_asked_of_a_copy(self):
        environ = dict(ENVIRON)
        found = parts(FrameworkRequest(environ))
        self.assertEqual(found['.GET'], {'q': 'one'})
        self.assertEqual(environ, ENVIRON)
        self.assertIsInstance(found['.cookies'], ValueError)

    def test_a_body_is_shown_once_it_was_read(self):
        environ = dict(ENVIRON)
        self.assertEqual(parts(FrameworkRequest(environ))['.POST'].text, 'not read yet')
        environ['webob._parsed_post_vars'] = ({'name': 'ada'}, None)
        self.assertEqual(parts(FrameworkRequest(environ))['.POST'], {'name': 'ada'})

    def test_what_is_no_request(self):
        for value in (None, 7, 'GET', {}, object(), unittest, PrettyTest, self):
            self.assertIsNone(pretty.line(value))
            self.assertIsNone(pretty.parts(value, '', None, None))
