package vivarium.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vivarium.project.ApplicationTarget.ModuleCallable;
import vivarium.project.ApplicationTarget.ModuleFactory;
import vivarium.project.ApplicationTarget.Script;

/**
 * Finds a project's WSGI application in the text of its files. Runs no Python. Every method reads the disk; none keeps
 * anything, so that asking again sees the files as they are then. Errors are {@link ProjectException}s.
 */
public final class ApplicationFinder {
    private static final Set<String> TESTS = Set.of("test", "tests");

    private final Project project;
    private final Modules modules;

    public ApplicationFinder(Project project) {
        this(project, List.of());
    }

    /** @param pythonPath further folders in which a module that is asked for by name may be */
    public ApplicationFinder(Project project, List<Path> pythonPath) {
        this.project = project;
        this.modules = new Modules(Stream.concat(project.sourceRoots().stream(), pythonPath.stream())
                .toList());
    }

    /** The best application in the project, and the others; the one in the file that was opened, if it was a file. */
    public Applications find() {
        if (project.opened().isPresent()) {
            return named(project.opened().get().toString());
        }
        var found = candidates();
        if (found.isEmpty()) {
            throw nothingFound();
        }
        return new Applications(found.getFirst(), found.subList(1, found.size()));
    }

    /**
     * The application that {@code --application} asks for.
     *
     * @param option {@code MODULE:CALLABLE}, {@code MODULE:FACTORY()}, {@code MODULE}, {@code FILE.wsgi},
     *     {@code FILE.py:CALLABLE} or {@code manage.py}; files are relative to the project
     */
    public Applications named(String option) {
        return new Applications(new NamedApplication(project, modules, this).candidate(option), List.of());
    }

    /** All that can be run, best first; each only once. */
    public List<Candidate> candidates() {
        var unique = new LinkedHashMap<ApplicationTarget, Candidate>();
        Stream.of(
                        scripts().flatMap(this::inFile),
                        files("wsgi.py").flatMap(this::inFile),
                        files("manage.py").flatMap(manage -> django(manage).stream()),
                        inPackages("wsgi.py").flatMap(this::inFile),
                        files("app.py", "main.py", "application.py").flatMap(this::inFile),
                        inPackages("__init__.py").flatMap(this::inFile))
                .flatMap(candidates -> candidates)
                // What is ready is better than what has to be made: somebody may make it with arguments.
                .sorted(Comparator.comparing(candidate -> candidate.target() instanceof ModuleFactory))
                .forEach(candidate -> unique.putIfAbsent(candidate.target(), candidate));
        return List.copyOf(unique.values());
    }

    Optional<Candidate> django(Path manage) {
        return new Django(modules).application(manage, project.display(manage));
    }

    /** What a file defines: as a module where it can be imported, and else as a script. */
    Optional<Candidate> entryPoint(Path file) {
        var name = modules.name(file);
        return EntryPoint.in(PythonFile.read(file), modules)
                .filter(entry -> name.isPresent() || !entry.factory())
                .map(entry -> {
                    var reason = project.display(file) + " " + entry.description();
                    return name.map(module -> ofModule(module, entry, reason))
                            .orElseGet(() -> ofScript(file, entry, reason));
                });
    }

    private static Candidate ofModule(String module, EntryPoint entry, String reason) {
        return entry.factory()
                ? new Candidate(new ModuleFactory(module, entry.name()), module + ":" + entry.name() + "()", reason)
                : new Candidate(new ModuleCallable(module, entry.name()), module + ":" + entry.name(), reason);
    }

    private Candidate ofScript(Path file, EntryPoint entry, String reason) {
        var name = project.display(file) + (entry.name().equals("application") ? "" : ":" + entry.name());
        return new Candidate(new Script(file, entry.name()), name, reason);
    }

    private Stream<Candidate> inFile(Path file) {
        return entryPoint(file).stream();
    }

    private Stream<Path> scripts() {
        return project.sourceRoots().stream()
                .flatMap(root -> list(root).stream())
                .filter(file -> file.toString().endsWith(".wsgi") && Files.isRegularFile(file));
    }

    private Stream<Path> files(String... names) {
        return project.sourceRoots().stream()
                .flatMap(root -> Stream.of(names).map(root::resolve))
                .filter(Files::isRegularFile);
    }

    private Stream<Path> inPackages(String name) {
        var roots = project.sourceRoots();
        return roots.stream()
                .flatMap(root -> list(root).stream())
                .filter(folder -> Files.isDirectory(folder) && !roots.contains(folder))
                .filter(folder ->
                        !SourceTree.isForeign(folder) && !TESTS.contains(String.valueOf(folder.getFileName())))
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && modules.name(file).isPresent());
    }

    private static List<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new ProjectException(
                    folder + " cannot be listed: give yourself permission to read it, or choose another folder.",
                    failure);
        }
    }

    private ProjectException nothingFound() {
        var message = new StringBuilder("No WSGI application was found in " + project.folder()
                + ": there is no *.wsgi, wsgi.py (also one package down), app.py, main.py, application.py or package"
                + " __init__.py that defines application, app, create_app() or make_app() at its top level, and no"
                + " manage.py that sets DJANGO_SETTINGS_MODULE; if it is elsewhere, name it: in the"
                + " window with “Choose the application”, in a terminal with --application MODULE:CALLABLE or"
                + " --application FILE.wsgi.");
        var looked = new ArrayList<Path>();
        Stream.of(
                        scripts(),
                        files("wsgi.py", "app.py", "main.py", "application.py"),
                        inPackages("wsgi.py"),
                        inPackages("__init__.py"))
                .forEach(files -> files.forEach(looked::add));
        looked.stream()
                .flatMap(file -> EntryPoint.nearMisses(PythonFile.read(file), project.display(file)).stream())
                .forEach(miss -> message.append(" Note that ").append(miss).append('.'));
        return new ProjectException(message.toString());
    }
}
