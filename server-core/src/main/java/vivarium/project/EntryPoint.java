package vivarium.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name in a source file that gives the application.
 *
 * @param factory whether it has to be called for it
 * @param imported whether the file has it from another module
 */
record EntryPoint(String name, boolean factory, boolean imported) {
    private static final List<String> CALLABLES = List.of("application", "app");
    private static final List<String> FACTORIES = List.of("create_app", "make_app");

    /** The best one in the file. */
    static Optional<EntryPoint> in(PythonFile file, Modules modules) {
        return Stream.concat(
                        CALLABLES.stream().map(name -> new Named(name, false)),
                        FACTORIES.stream().map(name -> new Named(name, true)))
                .filter(named -> named.counts(file, modules))
                .map(named -> new EntryPoint(
                        named.name, named.factory, file.names().get(named.name) instanceof Binding.Imported))
                .findFirst();
    }

    /** Functions that look as if they were meant, and why they do not count, for a person. */
    static List<String> nearMisses(PythonFile file, String display) {
        return Stream.of("application", "app", "create_app", "make_app", "main")
                .flatMap(name -> file.names().get(name) instanceof Binding.Function function
                        ? nearMiss(name, function.parameters(), display).stream()
                        : Stream.empty())
                .toList();
    }

    private static Optional<String> nearMiss(String name, Parameters parameters, String display) {
        var signature = name + "(" + parameters.text() + ") in " + display;
        if (CALLABLES.contains(name)) {
            return Optional.of(signature + " does not take environ and start_response");
        }
        // main() is Pyramid's, which PasteDeploy calls with its settings; any other main is none of ours.
        var meant = FACTORIES.contains(name) || parameters.text().startsWith("global_config");
        return meant && !parameters.accept(0)
                ? Optional.of(signature + " needs arguments: write a wsgi.py that calls it with them")
                : Optional.empty();
    }

    /** As a reason: {@code defines application}, {@code imports the factory create_app()}. */
    String description() {
        return (imported ? "imports " : "defines ") + (factory ? "the factory " + name + "()" : name);
    }

    private record Named(String name, boolean factory) {
        boolean counts(PythonFile file, Modules modules) {
            return switch (file.names().get(name)) {
                case null -> false;
                case Binding.Value value -> true;
                case Binding.Imported imported -> !modules.isModule(imported, file.path());
                case Binding.Function(var parameters, var decorated) ->
                    factory ? parameters.accept(0) : decorated || parameters.accept(2);
            };
        }
    }
}
