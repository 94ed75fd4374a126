package vivarium.project;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that importing a module binds at its top level, as far as its text tells.
 *
 * <p>Blocks of {@code if}, {@code try} and the like count; bodies of functions and classes do not, nor does what only
 * happens when the file is run as a program or looked at by a type checker.
 */
final class TopLevelNames {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{Nd}_]*)";
    private static final Pattern DEF = Pattern.compile("def\\s+" + NAME + "\\s*(?:\\[.*?])?\\s*\\((.*)");
    private static final Pattern CLASS = Pattern.compile("class\\s+" + NAME + ".*");
    private static final Pattern ASYNC_DEF = Pattern.compile("async\\s+def\\b.*");
    private static final Pattern NOT_ON_IMPORT = Pattern.compile(
            "(el)?if\\b\\W*(__name__\\s*==.*|\"\"\\s*==\\s*__name__.*|([\\w.]*\\.)?TYPE_CHECKING\\W*:.*)");
    private static final Pattern BLOCK = Pattern.compile("(if|elif|else|try|except|finally|with|for|while)\\b.*");
    private static final Pattern FROM = Pattern.compile("from\\s*(\\.*\\s*[\\p{L}\\p{Nd}_.]*)\\s*import\\b(.*)");
    private static final Pattern IMPORTED = Pattern.compile(NAME + "(?:\\s+as\\s+" + NAME + ")?");
    private static final Pattern TARGET = Pattern.compile(NAME + "\\s*(?::.*)?");
    private static final Pattern EQUALS = Pattern.compile("(?<![=!<>:+\\-*/%&|^@])=(?!=)");
    /** Values that cannot be called; {@code app = None} is a common placeholder. */
    private static final Pattern LITERAL = Pattern.compile("(None|True|False)\\b.*|[rbfuRBFU]{0,2}\"\".*|[\\d\\[{-].*");

    private final Map<String, Binding> names = new HashMap<>();
    /** Lines that are indented deeper than this belong to a function, a class or another hidden block. */
    private int hiddenBelow = Integer.MAX_VALUE;

    private boolean decorated;

    private TopLevelNames() {}

    static Map<String, Binding> of(List<LogicalLine> lines) {
        var scan = new TopLevelNames();
        lines.forEach(scan::line);
        return Map.copyOf(scan.names);
    }

    private void line(LogicalLine line) {
        if (line.indent() > hiddenBelow) {
            return;
        }
        hiddenBelow = Integer.MAX_VALUE;
        var code = line.code();
        var decorator = code.startsWith("@");
        if (!decorator && definition(code)) {
            hiddenBelow = line.indent();
        } else if (BLOCK.matcher(code).matches()) {
            block(code);
        } else {
            statements(code);
        }
        decorated = decorator;
    }

    /** Whether this is the head of a block whose body is hidden. */
    private boolean definition(String code) {
        var def = DEF.matcher(code);
        if (def.matches()) {
            names.put(def.group(1), new Binding.Function(Parameters.of(def.group(2)), decorated));
            return true;
        }
        var type = CLASS.matcher(code);
        if (type.matches()) {
            names.put(type.group(1), new Binding.Value());
            return true;
        }
        // An async function is an ASGI application, or none; never a WSGI one.
        return ASYNC_DEF.matcher(code).matches() || NOT_ON_IMPORT.matcher(code).matches();
    }

    /** The rest of a line such as {@code try: from speedups import app}. */
    private void block(String code) {
        var parts = Parameters.split(code, ':');
        if (parts.size() > 1) {
            statements(String.join(":", parts.subList(1, parts.size())));
        }
    }

    private void statements(String code) {
        for (var statement : Parameters.split(code, ';')) {
            var text = statement.strip();
            var from = FROM.matcher(text);
            if (from.matches()) {
                imports(from.group(1).replaceAll("\\s", ""), from.group(2));
            } else {
                assignment(text);
            }
        }
    }

    private void imports(String module, String list) {
        for (var item : Parameters.split(list.replaceAll("[()]", " "), ',')) {
            var name = IMPORTED.matcher(item.strip());
            if (name.matches()) {
                names.put(
                        Optional.ofNullable(name.group(2)).orElse(name.group(1)),
                        new Binding.Imported(module, name.group(1)));
            }
        }
    }

    /** {@code a = b = value}, {@code a: T = value}. Unpacking and attributes bind none of the names we look for. */
    private void assignment(String text) {
        var parts = EQUALS.split(text);
        var targets = Arrays.stream(parts, 0, parts.length - 1)
                .map(part -> TARGET.matcher(part.strip()))
                .takeWhile(Matcher::matches)
                .map(target -> target.group(1))
                .toList();
        if (!LITERAL.matcher(parts[targets.size()].strip()).matches()) {
            targets.forEach(name -> names.put(name, new Binding.Value()));
        }
    }
}
