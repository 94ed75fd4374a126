package vivarium.engine.embedded;

import java.io.File;
import java.util.List;
import vivarium.engine.PythonEngine;

/**
 * Which files are the project's own.
 *
 * @param folder with a separator at its end; empty where no project is there
 * @param foreign folders inside it that hold packages, each with a separator at its end
 */
record OwnCode(String folder, List<String> foreign) {
    static OwnCode none() {
        return new OwnCode("", List.of());
    }

    static OwnCode of(PythonEngine.Application application) {
        return new OwnCode(
                application.folder() + File.separator,
                application.sitePackages().stream()
                        .map(entry -> entry + File.separator)
                        .toList());
    }

    boolean holds(String file) {
        return !folder.isEmpty()
                && file.startsWith(folder)
                && foreign.stream().noneMatch(file::startsWith)
                && !file.contains(File.separator + "site-packages" + File.separator);
    }
}
