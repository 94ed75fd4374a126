import java.nio.file.Path;

/**
 * Puts the distribution together; run by the build in the phase {@code package} with the JDK's source launcher.
 *
 * <p>Every step leaves alone what is up to date already, so that building again without a change is quick, and so that the
 * files that the AOT cache was made with keep their times.
 */
final class Distribution {
    private Distribution() {}

    /**
     * Builds.
     *
     * @param args the folder of all jars but this module's, this module's jar, the folder that {@code bin} and
     *     {@code lib/java.options} are in, the agent's folder, the sample projects, the folder to make
     */
    static void main(String[] args) throws Exception {
        var jars = new Jars(Path.of(args[0]), Path.of(args[1]));
        Path given = Path.of(args[2]);
        Path agent = Path.of(args[3]);
        Path samples = Path.of(args[4]);
        Path home = Path.of(args[5]).toAbsolutePath();
        Path lib = home.resolve("lib");

        Stamp finished = Stamp.of(home, "distribution");
        finished.clear();
        Tree.mirror(given.resolve("bin"), home.resolve("bin"));
        Tree.copy(given.resolve("lib/java.options"), lib.resolve("java.options"));
        Tree.mirror(given.resolve("share/applications"), home.resolve("share/applications"));
        for (int size : new int[] {48, 128, 256}) {
            Tree.copy(
                    samples.resolveSibling("icons/src/main/resources/vivarium/icons/vivarium-" + size + ".png"),
                    home.resolve("share/icons/hicolor/" + size + "x" + size + "/apps/vivarium.png"));
        }
        Tree.mirror(agent, lib.resolve("python"));
        jars.copyInto(lib);
        new OwnRuntime(home, jars).make();
        new PythonHome(home).copy();
        new Training(home, samples).run();
        finished.set(""); // ./run compares its time with that of the sources
    }
}
