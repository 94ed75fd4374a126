package vivarium.transfer;

import vivarium.exchange.Captured;

/** The environ as a Python dict, in the order in which the application got it. */
final class EnvironText {
    private EnvironText() {}

    static String of(Captured captured) {
        if (captured.environ().isEmpty()) {
            return "# Exchange " + captured.id() + " never came to the application.\n{}\n";
        }
        var text = new StringBuilder("{\n");
        for (var entry : captured.environ().get().entries()) {
            boolean literal = PythonText.isLiteral(entry.repr());
            text.append("    " + PythonText.string(entry.key()) + ": "
                    + (literal ? entry.repr() + "," : "None,  # " + entry.repr().replace("\n", " ")) + "\n");
        }
        return text.append("}\n").toString();
    }
}
