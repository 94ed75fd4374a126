package vivarium.project;

import java.util.List;

/**
 * One logical line of Python: continuation lines joined, comments gone, each string literal reduced to {@code ""}.
 *
 * @param indent columns before its first character, tabs counted as Python counts them
 * @param strings the literals' contents, in order, escapes as written
 */
record LogicalLine(int indent, String code, List<String> strings) {
    LogicalLine {
        strings = List.copyOf(strings);
    }
}
