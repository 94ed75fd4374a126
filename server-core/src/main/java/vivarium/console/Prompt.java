package vivarium.console;

/** What asks for a line to the debugger. */
record Prompt(String text) {
    /** None. */
    static final Prompt NONE = new Prompt("");

    /** Whether it is pdb's: with the thread where several are paused, or for the commands of a breakpoint. */
    boolean takesCommands() {
        return text.startsWith("(Pdb") || text.equals("(com) ");
    }

    /** Whether what is typed is code or a command, and no answer to a question. */
    boolean worthKeeping() {
        return takesCommands() || text.equals(">>> ") || text.equals("... ");
    }
}
