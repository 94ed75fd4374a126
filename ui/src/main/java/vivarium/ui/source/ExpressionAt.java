package vivarium.ui.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what the mouse points at: a name with everything before it that it is an attribute of. */
final class ExpressionAt {
    private static final Pattern NAMES = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private ExpressionAt() {}

    /** Of {@code request.path.strip} with the mouse on {@code path}: {@code request.path}. Empty in strings, comments and keywords. */
    static Optional<String> of(SourceText source, int offset) {
        for (Token token : source.tokens()) {
            boolean text = token.kind() != Token.Kind.DEFINITION && token.kind() != Token.Kind.DECORATOR;
            if (text && token.start() <= offset && offset < token.end()) {
                return Optional.empty();
            }
        }
        String all = source.text();
        int start = all.lastIndexOf('\n', offset - 1) + 1;
        int lineEnd = all.indexOf('\n', offset);
        var names = NAMES.matcher(all.substring(start, lineEnd < 0 ? all.length() : lineEnd));
        int column = offset - start;
        while (names.find()) {
            boolean ofAnExpression = names.start() > 0 && all.charAt(start + names.start() - 1) == '.';
            if (names.start() <= column && column < names.end() && !ofAnExpression) {
                int dot = names.group().indexOf('.', column - names.start());
                return Optional.of(dot < 0 ? names.group() : names.group().substring(0, dot));
            }
        }
        return Optional.empty();
    }
}
