package vivarium.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Module names and the files they stand for, without running Python's import system.
 *
 * @param roots folders that modules are imported from, first wins
 */
record Modules(List<Path> roots) {
    static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{Nd}_]*";
    static final String DOTTED = IDENTIFIER + "(?:\\." + IDENTIFIER + ")*";
    private static final Pattern DOTTED_NAME = Pattern.compile(DOTTED);

    static boolean isName(String text) {
        return DOTTED_NAME.matcher(text).matches();
    }

    /** The source file that importing the module would run, if it is below a root. */
    Optional<Path> file(String module) {
        var path = module.replace('.', '/');
        return roots.stream()
                .flatMap(root -> List.of(root.resolve(path + "/__init__.py"), root.resolve(path + ".py")).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The name to import a source file by; empty if it is below no root or its path is not made of names. */
    Optional<String> name(Path file) {
        return roots.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .map(root -> StreamSupport.stream(root.relativize(file).spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining(".")))
                .filter(path -> path.endsWith(".py"))
                .map(path -> path.replaceFirst("(\\.__init__)?\\.py$", ""))
                .filter(Modules::isName);
    }

    /** Whether what was imported is itself a module: {@code from shop import app} where there is a {@code shop/app.py}. */
    boolean isModule(Binding.Imported imported, Path importer) {
        var source = absolute(imported.module(), importer);
        if (source.isEmpty() || file(source.get() + "." + imported.name()).isEmpty()) {
            return false;
        }
        // A name that the package itself defines wins over its submodule.
        return file(source.get())
                .map(PythonFile::read)
                .filter(file -> defines(file, imported.name(), source.get()))
                .isEmpty();
    }

    private boolean defines(PythonFile file, String name, String module) {
        return switch (file.names().get(name)) {
            case null -> false;
            case Binding.Imported inner ->
                !absolute(inner.module(), file.path()).equals(Optional.of(module));
            case Binding.Value value -> true;
            case Binding.Function function -> true;
        };
    }

    private Optional<String> absolute(String module, Path importer) {
        var relative = module.replaceFirst("^\\.+", "");
        var dots = module.length() - relative.length();
        if (dots == 0) {
            return Optional.of(module);
        }
        var folder = importer;
        for (var i = 0; i < dots; i++) {
            folder = folder.resolveSibling("");
        }
        return name(folder.resolve("__init__.py")).map(parent -> relative.isEmpty() ? parent : parent + "." + relative);
    }
}
