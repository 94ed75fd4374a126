package vivarium.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Django's way from {@code manage.py} to the application. */
final class Django {
    private static final Pattern WSGI_APPLICATION = Pattern.compile("WSGI_APPLICATION\\s*(?::.*)?=\\s*\"\"");

    private final Modules modules;

    Django(Modules modules) {
        this.modules = modules;
    }

    /** What {@code manage.py runserver} would serve; empty if this {@code manage.py} does not say which settings. */
    Optional<Candidate> application(Path manage, String display) {
        return PythonFile.read(manage).lines().stream()
                .map(LogicalLine::strings)
                .flatMap(strings -> following(strings, "DJANGO_SETTINGS_MODULE").stream())
                .filter(Modules::isName)
                .findFirst()
                .map(settings -> named(settings, display)
                        .or(() -> conventional(settings, display))
                        .orElseGet(() -> new Candidate(
                                new ApplicationTarget.DjangoSettings(settings),
                                display,
                                display + " names the settings " + settings)));
    }

    private static Optional<String> following(List<String> strings, String name) {
        var index = strings.indexOf(name);
        return index < 0 || index + 1 == strings.size() ? Optional.empty() : Optional.of(strings.get(index + 1));
    }

    /** The settings' {@code WSGI_APPLICATION}, when its module is there. */
    private Optional<Candidate> named(String settings, String display) {
        return modules.file(settings).map(PythonFile::read).stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.indent() == 0
                        && WSGI_APPLICATION.matcher(line.code()).matches())
                .map(line -> line.strings().getLast())
                .filter(name -> Modules.isName(name) && name.contains("."))
                .flatMap(name -> {
                    var dot = name.lastIndexOf('.');
                    return candidate(
                            name.substring(0, dot),
                            name.substring(dot + 1),
                            "WSGI_APPLICATION in " + settings + " names it; " + display + " names the settings")
                            .stream();
                })
                .findFirst();
    }

    /** The {@code wsgi.py} beside the settings, or in the package above a package of settings. */
    private Optional<Candidate> conventional(String settings, String display) {
        return Stream.iterate(parent(settings), name -> !name.isEmpty(), Django::parent)
                .flatMap(
                        name -> candidate(
                                name + ".wsgi", "application", "it belongs to the settings that " + display + " names")
                                .stream())
                .findFirst();
    }

    private Optional<Candidate> candidate(String module, String callable, String reason) {
        return modules.file(module)
                .map(_ -> new Candidate(
                        new ApplicationTarget.ModuleCallable(module, callable), module + ":" + callable, reason));
    }

    private static String parent(String module) {
        return module.substring(0, Math.max(0, module.lastIndexOf('.')));
    }
}
