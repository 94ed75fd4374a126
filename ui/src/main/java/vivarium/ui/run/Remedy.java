package vivarium.ui.run;

import java.nio.file.Path;

/** What can be done about something, for a button. */
public sealed interface Remedy {
    /** What the button says. */
    String label();

    /** Runs the project with this application, as {@code --application} names it. */
    record RunApplication(String name) implements Remedy {
        @Override
        public String label() {
            return "Run " + name;
        }
    }

    /** Asks for the application's name. */
    record NameApplication() implements Remedy {
        @Override
        public String label() {
            return "Choose the application…";
        }
    }

    /** Runs again on a port that the system chooses. */
    record UseFreePort() implements Remedy {
        @Override
        public String label() {
            return "Use a free port";
        }
    }

    /** Runs again as before. */
    record TryAgain() implements Remedy {
        @Override
        public String label() {
            return "Try again";
        }
    }

    /** Opens the file at the line, from 1. */
    record ShowSource(Path file, int line) implements Remedy {
        @Override
        public String label() {
            Path name = file.getFileName();
            return "Open " + (name == null ? file : name) + ":" + line;
        }
    }

    /** Opens the source in the user's editor. */
    record EditSource(Path file, int line) implements Remedy {
        @Override
        public String label() {
            return "Open in my editor";
        }
    }

    /** Asks for another folder. */
    record OpenFolder() implements Remedy {
        @Override
        public String label() {
            return "Open another folder…";
        }
    }
}
