package vivarium.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import vivarium.ui.run.ProjectSettings;

/** How one project is run. FX thread only. */
public final class ProjectSettingsView {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_THREADS = 1_000;

    private final ProjectSettings before;
    private final SettingsView.Form form = new SettingsView.Form();
    private final ComboBox<String> application = new ComboBox<>();
    private final Spinner<Integer> port;
    private final Spinner<Integer> threads;
    private final TextArea environment = new TextArea();
    private final TextArea pythonPath = new TextArea();
    private final CheckBox reload = new CheckBox("Load the application again when a file changes");

    /** @param found names of applications that the project has */
    public ProjectSettingsView(ProjectSettings settings, List<String> found) {
        before = settings;
        application.setId("project-application");
        application.setEditable(true);
        application.getItems().setAll(found);
        application.setPromptText("Found automatically");
        application.setValue(settings.application().orElse(""));
        port = new Spinner<>(0, LAST_PORT, settings.port());
        port.setId("project-port");
        port.setEditable(true);
        threads = new Spinner<>(1, MOST_THREADS, settings.threads());
        threads.setEditable(true);
        environment.setPrefRowCount(4);
        environment.setPromptText("DEBUG=1");
        environment.setText(settings.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .sorted()
                .collect(Collectors.joining("\n")));
        pythonPath.setPrefRowCount(2);
        pythonPath.setText(String.join("\n", settings.pythonPath()));
        reload.setSelected(settings.reload());
        form.row(
                "Application",
                application,
                "module:callable, module:factory(), file.wsgi or manage.py; empty to have it found.");
        form.row("Port", port, "0 for any free one.");
        form.row("Threads", threads, "How many requests are in the application at once.");
        form.row("Environment", environment, "One NAME=value in a line.");
        form.row("Python path", pythonPath, "Further folders to import from, one in a line.");
        form.row("", reload, "");
    }

    /** The settings as they are here. */
    public ProjectSettings result() {
        String name = application.getEditor().getText().strip();
        return new ProjectSettings(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                before.host(),
                number(port),
                number(threads),
                variables(environment.getText()),
                pythonPath
                        .getText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                reload.isSelected(),
                before.passAuthorization());
    }

    /** What was typed counts even when Enter was not pressed. */
    private static int number(Spinner<Integer> spinner) {
        spinner.commitValue();
        return spinner.getValue();
    }

    static Map<String, String> variables(String text) {
        var variables = new LinkedHashMap<String, String>();
        text.lines().map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        });
        return variables;
    }

    /** The whole. */
    public Region node() {
        return form.node();
    }
}
