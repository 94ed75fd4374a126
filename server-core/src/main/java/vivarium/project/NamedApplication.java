package vivarium.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.project.ApplicationTarget.ModuleCallable;
import vivarium.project.ApplicationTarget.ModuleFactory;
import vivarium.project.ApplicationTarget.Script;

/** Understands what {@code --application} says. */
final class NamedApplication {
    private static final Pattern OPTION =
            Pattern.compile("(?<where>.+?)(?::(?<name>" + Modules.DOTTED + ")(?<call>\\(\\))?)?");
    private static final String REASON = "named by --application";
    private static final String ACCEPTED =
            "MODULE:CALLABLE, MODULE:FACTORY(), MODULE, FILE.wsgi, FILE.py:CALLABLE or manage.py";

    private final Project project;
    private final Modules modules;
    private final ApplicationFinder finder;

    NamedApplication(Project project, Modules modules, ApplicationFinder finder) {
        this.project = project;
        this.modules = modules;
        this.finder = finder;
    }

    Candidate candidate(String option) {
        var parts = OPTION.matcher(option.strip());
        if (!parts.matches()) {
            throw notUnderstood(option);
        }
        var where = parts.group("where");
        var name = Optional.ofNullable(parts.group("name"));
        var factory = parts.group("call") != null;
        if (where.endsWith(".wsgi") || where.endsWith(".py")) {
            try {
                return inFile(file(where), name, factory);
            } catch (InvalidPathException failure) {
                throw notUnderstood(option);
            }
        }
        if (!Modules.isName(where)) {
            throw notUnderstood(option);
        }
        return name.map(callable -> inModule(where, callable, factory)).orElseGet(() -> inModule(where));
    }

    private Candidate inFile(Path file, Optional<String> name, boolean factory) {
        if (name.isEmpty()) {
            return (file.endsWith("manage.py") ? finder.django(file) : Optional.<Candidate>empty())
                    .or(() -> finder.entryPoint(file))
                    .orElseThrow(() -> nothingIn(project.display(file)));
        }
        var module = modules.name(file);
        if (module.isPresent()) {
            return inModule(module.get(), name.get(), factory);
        }
        if (factory) {
            throw new ProjectException(file + " cannot be imported as a module, which a factory needs: name the module"
                    + " instead, with its folder in --python-path.");
        }
        return new Candidate(new Script(file, name.get()), project.display(file) + ":" + name.get(), REASON);
    }

    /** Whether the name is there is left to Python: it may be made in ways that the text does not show. */
    private static Candidate inModule(String module, String name, boolean factory) {
        return factory
                ? new Candidate(new ModuleFactory(module, name), module + ":" + name + "()", REASON)
                : new Candidate(new ModuleCallable(module, name), module + ":" + name, REASON);
    }

    private Candidate inModule(String module) {
        var file = modules.file(module)
                .orElseThrow(() -> new ProjectException("There is no module " + module + " in " + project.folder()
                        + " or on the Python path: check the spelling, add its folder with --python-path, or name the"
                        + " callable too, as in --application " + module + ":application."));
        return finder.entryPoint(file).orElseThrow(() -> nothingIn(project.display(file)));
    }

    /** Relative to the project, or else to where the user stands, as a shell completes it. */
    private Path file(String name) {
        var inProject = project.folder().resolve(name).normalize();
        var file = Files.exists(inProject)
                ? inProject
                : Path.of(name).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new ProjectException("There is no file " + inProject
                    + ": check the spelling of --application; the file is looked for in the project's folder.");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ProjectException(file + " cannot be read as a file: give yourself permission to read it, or name"
                    + " another with --application.");
        }
        return file;
    }

    private static ProjectException nothingIn(String file) {
        return new ProjectException(file + " defines neither application nor app, create_app() or make_app() at its top"
                + " level: name the callable, as in --application " + file + ":NAME.");
    }

    private static ProjectException notUnderstood(String option) {
        return new ProjectException("--application \"" + option + "\" is not understood: write " + ACCEPTED + ".");
    }
}
