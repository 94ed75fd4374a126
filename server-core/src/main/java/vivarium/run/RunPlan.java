package vivarium.run;

import java.nio.file.Path;
import java.util.List;
import vivarium.engine.PythonEngine;
import vivarium.journal.PrivateFiles;
import vivarium.project.ApplicationTarget;
import vivarium.project.RunConfiguration;
import vivarium.server.ServerOptions;

/** What to serve and how. */
public record RunPlan(RunConfiguration configuration, ServerOptions server) {
    /** What users see of the application, for example {@code app:application}. */
    public String label() {
        return configuration.application().chosen().name();
    }

    /** The project's own folder for what Vivarium keeps there: sessions, stack dumps. */
    public Path privateFolder() {
        return configuration.project().folder().resolve(PrivateFiles.FOLDER);
    }

    /** The application in the words of the engine. */
    PythonEngine.Application application() {
        record Names(String kind, String name, String attribute) {}
        Names names = switch (configuration.target()) {
            case ApplicationTarget.Script script ->
                new Names("script", script.file().toString(), script.callable());
            case ApplicationTarget.ModuleCallable module -> new Names("module", module.module(), module.callable());
            case ApplicationTarget.ModuleFactory module -> new Names("factory", module.module(), module.factory());
            case ApplicationTarget.DjangoSettings django -> new Names("django", "django", django.settings());
        };
        return new PythonEngine.Application(
                names.kind(),
                names.name(),
                names.attribute(),
                configuration.project().folder().toString(),
                configuration.pythonPath().stream().map(Path::toString).toList(),
                configuration.virtualEnvironment().stream()
                        .map(environment -> environment.sitePackages().toString())
                        .toList(),
                configuration.environment(),
                configuration.threads());
    }

    /** The callable's name as {@code mod_wsgi.callable_object} has it. */
    String callable() {
        return configuration.target() instanceof ApplicationTarget.DjangoSettings
                ? "application"
                : application().attribute();
    }

    /** What is said in the error log before the application is loaded. */
    List<String> introduction() {
        String line = configuration.application().line();
        return configuration
                .virtualEnvironment()
                .map(environment -> List.of(line, "Packages: " + environment.sitePackages()))
                .orElse(List.of(line));
    }
}
