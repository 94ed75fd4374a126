package vivarium.ui;

import java.util.function.Consumer;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.run.Remedy;
import vivarium.ui.run.RunViewModel;

/**
 * Does what the buttons of a notice say. FX thread only.
 *
 * @param remember keeps how the project is run, for this time and the next
 * @param chooseFolder asks for a folder
 * @param editProject opens the project's settings
 */
record Remedies(
        RunViewModel run,
        Navigator navigator,
        Consumer<ProjectSettings> remember,
        Runnable chooseFolder,
        Runnable editProject)
        implements Consumer<Remedy> {
    @Override
    public void accept(Remedy remedy) {
        switch (remedy) {
            case Remedy.RunApplication chosen -> {
                remember.accept(run.settings().get().withApplication(chosen.name()));
                run.restart();
            }
            case Remedy.NameApplication ignored -> editProject.run();
            case Remedy.UseFreePort ignored -> {
                // For this time only: the port that the user chose may be free again tomorrow.
                run.change(run.settings().get().withPort(0));
                run.run();
            }
            case Remedy.TryAgain ignored -> run.run();
            case Remedy.ShowSource source -> navigator.showSource(source.file(), source.line());
            case Remedy.EditSource source -> navigator.openInEditor(source.file(), source.line());
            case Remedy.OpenFolder ignored -> chooseFolder.run();
        }
    }
}
