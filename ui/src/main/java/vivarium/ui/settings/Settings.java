package vivarium.ui.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vivarium.journal.SessionLimits;
import vivarium.ui.dock.DockLayout;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.theme.ThemeChoice;

/**
 * What is remembered between starts.
 *
 * @param version of the format
 * @param layout empty until panes were rearranged
 * @param recent folders of projects, the last one first
 * @param projects how projects are run, by their folders
 * @param editor the command of the user's editor, with {@code {file}} and {@code {line}}; empty until chosen
 * @param stuckSeconds a request that takes longer is stuck; empty until chosen
 * @param sessions what is kept of old sessions; empty until chosen
 */
public record Settings(
        int version,
        WindowPlace window,
        ThemeChoice theme,
        Optional<DockLayout> layout,
        List<String> recent,
        Map<String, ProjectSettings> projects,
        String editor,
        OptionalInt stuckSeconds,
        Optional<SessionLimits> sessions) {
    /** In seconds; longer than nearly every request of a healthy application. */
    private static final int STUCK_SECONDS = 5;

    /** The format that is written, and the newest that is understood. */
    static final int VERSION = 1;

    private static final int RECENT = 10;

    public Settings {
        recent = List.copyOf(recent);
        projects = Map.copyOf(projects);
    }

    /** What holds at the first start. */
    public static Settings standard() {
        return new Settings(
                VERSION,
                WindowPlace.standard(),
                ThemeChoice.SYSTEM,
                Optional.empty(),
                List.of(),
                Map.of(),
                "",
                OptionalInt.empty(),
                Optional.empty());
    }

    /** The same with the window there. */
    public Settings withWindow(WindowPlace place) {
        return new Settings(version, place, theme, layout, recent, projects, editor, stuckSeconds, sessions);
    }

    /** The same with this theme. */
    public Settings withTheme(ThemeChoice choice) {
        return new Settings(version, window, choice, layout, recent, projects, editor, stuckSeconds, sessions);
    }

    /** The same with the panes there. */
    public Settings withLayout(Optional<DockLayout> panes) {
        return new Settings(version, window, theme, panes, recent, projects, editor, stuckSeconds, sessions);
    }

    /** The same with this editor. */
    public Settings withEditor(String command) {
        return new Settings(version, window, theme, layout, recent, projects, command, stuckSeconds, sessions);
    }

    /** The same with requests called stuck after so many seconds. */
    public Settings withStuckSeconds(int seconds) {
        return new Settings(
                version, window, theme, layout, recent, projects, editor, OptionalInt.of(seconds), sessions);
    }

    /** The same with so much kept of old sessions. */
    public Settings withSessions(SessionLimits limits) {
        return new Settings(
                version, window, theme, layout, recent, projects, editor, stuckSeconds, Optional.of(limits));
    }

    /** What is kept of old sessions. */
    public SessionLimits sessionLimits() {
        return sessions.orElseGet(SessionLimits::standard);
    }

    /** A request that takes longer than this is stuck. */
    public Duration stuckAfter() {
        return Duration.ofSeconds(stuckSeconds.orElse(STUCK_SECONDS));
    }

    /** The same with this project as the last one. */
    public Settings withRecent(Path folder) {
        List<String> now = new ArrayList<>(recent);
        now.remove(folder.toString());
        now.addFirst(folder.toString());
        return new Settings(
                version,
                window,
                theme,
                layout,
                now.subList(0, Math.min(RECENT, now.size())),
                projects,
                editor,
                stuckSeconds,
                sessions);
    }

    /** The same without this project among the recent ones. */
    public Settings withoutRecent(String folder) {
        return new Settings(
                version,
                window,
                theme,
                layout,
                recent.stream().filter(other -> !other.equals(folder)).toList(),
                projects,
                editor,
                stuckSeconds,
                sessions);
    }

    /** The same with this project run like that. */
    public Settings withProject(Path folder, ProjectSettings how) {
        Map<String, ProjectSettings> now = new LinkedHashMap<>(projects);
        now.put(folder.toString(), how);
        return new Settings(version, window, theme, layout, recent, now, editor, stuckSeconds, sessions);
    }

    /** How the project in that folder is run. */
    public ProjectSettings project(Path folder) {
        return projects.getOrDefault(folder.toString(), ProjectSettings.standard());
    }
}
