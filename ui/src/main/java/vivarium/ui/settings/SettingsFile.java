package vivarium.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code settings.json}. Read once; every change is written at once, in the background. Other windows change the file too: a
 * change is made to what the file says by then. Any thread.
 */
public final class SettingsFile {
    private final Path file;
    private final Executor background;
    private final Consumer<String> complaints;
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private Settings now = Settings.standard();

    /**
     * Nothing is read yet.
     *
     * @param folder made when needed
     * @param background writes, one after another
     * @param complaints is told, on any thread and for the user, what went wrong
     */
    public SettingsFile(Path folder, Executor background, Consumer<String> complaints) {
        this.file = folder.resolve("settings.json");
        this.background = background;
        this.complaints = complaints;
    }

    /** Reads the file. One that is damaged is moved aside, and standard settings hold; blocks on the disk. */
    public synchronized Settings read() {
        now = readFile().orElse(Settings.standard());
        return now;
    }

    /** The settings as they are for this window. */
    public synchronized Settings now() {
        return now;
    }

    /** Changes the settings of this window at once, and those in the file soon. */
    public void change(UnaryOperator<Settings> change) {
        synchronized (this) {
            now = change.apply(now);
        }
        background.execute(() -> write(change));
    }

    private synchronized void write(UnaryOperator<Settings> change) {
        Settings wanted = change.apply(readFile().orElse(now));
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "settings", ".json");
            json.writeValue(fresh.toFile(), wanted);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | JacksonException failure) {
            complaints.accept("Settings cannot be saved in " + file + " (" + failure.getMessage()
                    + "); make the folder writable to have them remembered.");
        }
    }

    private Optional<Settings> readFile() {
        try {
            Settings read = json.readValue(Files.readString(file), Settings.class);
            if (read.version() > Settings.VERSION) {
                throw new IOException("it was written by a newer Vivarium");
            }
            return Optional.of(read);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException | NullPointerException damaged) {
            moveAside(damaged);
            return Optional.empty();
        }
    }

    private void moveAside(Exception damaged) {
        Path aside = file.resolveSibling("settings-damaged.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            complaints.accept("The settings could not be read and were moved to " + aside
                    + "; Vivarium starts with standard ones. What was wrong: " + firstLine(damaged));
        } catch (IOException stuck) {
            complaints.accept("The settings in " + file + " can be neither read nor moved: " + firstLine(stuck));
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
