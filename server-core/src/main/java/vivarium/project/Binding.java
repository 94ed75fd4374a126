package vivarium.project;

/** How a module comes to have a name at its top level. */
sealed interface Binding {
    /** By an assignment or a class: nothing more can be said without running it. */
    record Value() implements Binding {}

    /**
     * By a {@code def}.
     *
     * @param decorated a decorator may have changed what it can be called with
     */
    record Function(Parameters parameters, boolean decorated) implements Binding {}

    /**
     * By {@code from module import name}.
     *
     * @param module with its leading dots if it is relative
     */
    record Imported(String module, String name) implements Binding {}
}
