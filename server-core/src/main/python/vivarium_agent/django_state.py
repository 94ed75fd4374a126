"""Django keeps an application's state in modules of its own; a reload has to empty them.

Nothing here imports Django: where the project has not, there is nothing to empty.
"""

import importlib
import sys


def reset():
    """Forgets the settings, the installed apps, the URL configuration and the template engines.

    Returns a function that puts the apps and settings back, for a reload that failed.
    """
    conf = sys.modules.get('django.conf')
    registry = sys.modules.get('django.apps.registry')
    if conf is None or registry is None:
        return lambda: None
    apps, settings = registry.apps, conf.settings
    kept_apps, kept_settings = dict(vars(apps)), settings.__dict__.copy()
    fresh = registry.Apps(installed_apps=())
    for name in ('app_configs', 'all_models', 'stored_app_configs', '_pending_operations'):
        setattr(apps, name, getattr(fresh, name))
    apps.apps_ready = apps.models_ready = apps.ready = apps.loading = False
    apps.ready_event = type(apps.ready_event)()
    settings.__dict__.clear()
    settings._wrapped = type(conf.empty)() if type(conf.empty) is not object else conf.empty
    _clear_caches(apps)

    def undo():
        vars(apps).clear()
        vars(apps).update(kept_apps)
        settings.__dict__.clear()
        settings.__dict__.update(kept_settings)
        _clear_caches(apps)

    return undo


def import_urls():
    """Django imports the views with the first request; a reload has to know before whether they can be imported."""
    conf = sys.modules.get('django.conf')
    if conf is not None and conf.settings.configured and getattr(conf.settings, 'ROOT_URLCONF', None):
        importlib.import_module(conf.settings.ROOT_URLCONF)


def _clear_caches(apps):
    apps.get_models.cache_clear()
    urls = sys.modules.get('django.urls.base')
    if urls is not None:
        urls.clear_url_caches()
        urls.set_urlconf(None)
    template = sys.modules.get('django.template')
    if template is not None:
        vars(template.engines).pop('templates', None)
        template.engines._templates = template.engines._engines = None
        vars(template.engines).pop('_engines', None)
        template.engines.__init__()
        engine = sys.modules['django.template.engine']
        engine.Engine.get_default.cache_clear()
