package vivarium.project;

import java.nio.file.Path;

/** What an engine has to load to get the application. */
public sealed interface ApplicationTarget {
    /** A script run by its path, as mod_wsgi does, and the global in it that is the application. */
    record Script(Path file, String callable) implements ApplicationTarget {}

    /** A module to import, and the (possibly dotted) name in it that is the application. */
    record ModuleCallable(String module, String callable) implements ApplicationTarget {}

    /** A module to import, and the (possibly dotted) name in it that returns the application when called with nothing. */
    record ModuleFactory(String module, String factory) implements ApplicationTarget {}

    /**
     * What Django's {@code get_wsgi_application()} returns for these settings.
     *
     * @param settings a default for {@code DJANGO_SETTINGS_MODULE}: one that is set already wins, as in {@code manage.py}
     */
    record DjangoSettings(String settings) implements ApplicationTarget {}
}
