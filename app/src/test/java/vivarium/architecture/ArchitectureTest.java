package vivarium.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;

@AnalyzeClasses(packages = "vivarium", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] CORE = {
        "vivarium.journal..", "vivarium.exchange..", "vivarium.project..", "vivarium.server..", "vivarium.engine..",
        "vivarium.debug..", "vivarium.console..", "vivarium.threads..", "vivarium.replay..", "vivarium.check..",
        "vivarium.run..", "vivarium.filter..", "vivarium.transfer..", "vivarium.compare.."
    };

    // The modules.

    @ArchTest
    static final ArchRule theCoreWorksWithoutAWindow = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "vivarium.ui..", "vivarium.icons..", "vivarium.app..")
            .because("everything but the window must run where there is none: --no-window, tests, CI");

    @ArchTest
    static final ArchRule theWindowKnowsNoMachinery = noClasses()
            .that()
            .resideInAPackage("vivarium.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.eclipse.jetty..", "org.graalvm..", "com.oracle.truffle..", "java.sql..", "org.sqlite..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("vivarium.app..")
            .because("a pane is a view of the journal; it must not matter who served, ran or stored what it shows");

    @ArchTest
    static final ArchRule iconsAreAlone = noClasses()
            .that()
            .resideInAPackage("vivarium.icons..")
            .should()
            .dependOnClassesThat(resideInAPackage("vivarium..").and(resideOutsideOfPackages("vivarium.icons..")))
            .because("drawings can be used by every module only if they use none");

    @ArchTest
    static final ArchRule onlyAppEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("vivarium.app..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("whoever else finds something wrong says so, and the window and the session file live on");

    // The packages of the core.

    @ArchTest
    static final ArchRule onlyTheEmbeddedEngineKnowsGraalVm = noClasses()
            .that()
            .resideOutsideOfPackage("vivarium.engine.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..", "com.oracle.truffle..", "com.oracle.graal..")
            .because("the application may as well run in its own CPython");

    @ArchTest
    static final ArchRule onlyTheServerKnowsJetty = noClasses()
            .that()
            .resideOutsideOfPackage("vivarium.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..")
            .because("what others know of HTTP is in the journal's events");

    @ArchTest
    static final ArchRule onlyTheJournalKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackage("vivarium.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("the session file has one owner, who keeps its format");

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("vivarium.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..")
            .because("a terminal has one reader, or lines get lost");

    @ArchTest
    static final ArchRule theJournalKnowsOnlyTheFilterLanguage = noClasses()
            .that()
            .resideInAPackage("vivarium.journal..")
            .should()
            .dependOnClassesThat(resideInAPackage("vivarium..")
                    .and(resideOutsideOfPackages("vivarium.journal..", "vivarium.filter..")))
            .because("every package may use it");

    @ArchTest
    static final ArchRule theFilterLanguageKnowsNobody = noClasses()
            .that()
            .resideInAPackage("vivarium.filter..")
            .should()
            .dependOnClassesThat(resideInAPackage("vivarium..").and(resideOutsideOfPackages("vivarium.filter..")))
            .because("what a filter means does not depend on where exchanges are kept");

    @ArchTest
    static final ArchRule theProjectKnowsNobody = noClasses()
            .that()
            .resideInAPackage("vivarium.project..")
            .should()
            .dependOnClassesThat(resideInAPackage("vivarium..").and(resideOutsideOfPackages("vivarium.project..")))
            .because("finding an application takes neither a server nor an engine");

    @ArchTest
    static final ArchRule enginesDoNotKnowWhoServes = noClasses()
            .that()
            .resideInAPackage("vivarium.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("vivarium..")
                    .and(resideOutsideOfPackages("vivarium.engine..", "vivarium.debug..", "vivarium.journal..")))
            .because("an engine runs Python, whoever asks");

    @ArchTest
    static final ArchRule enginesDoNotKnowEachOther = slices().matching("vivarium.engine.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each must be replaceable without a look at the other");

    @ArchTest
    static final ArchRule onlyAppChoosesTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("vivarium.engine.embedded..", "vivarium.engine.daemon..", "vivarium.app..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("vivarium.engine.embedded..", "vivarium.engine.daemon.."))
            .because("all others use PythonEngine, so that both engines can do all there is");

    @ArchTest
    static final ArchRule packagesHaveAnOrder = slices().matching("vivarium.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package");

    // Threads (law 1), and what crosses the program.

    @ArchTest
    static final ArchRule producersNeverWait = noClasses()
            .that()
            .resideInAnyPackage("vivarium.server..", "vivarium.engine..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("vivarium.journal.EventJournal")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("vivarium.journal.SessionStore")
            .because(
                    "a request's thread appends to Journal, which never waits; flushing, closing and the disk are behind the"
                            + " types that it does not know");

    @ArchTest
    static final ArchRule theWindowNeverWaits = noClasses()
            .that()
            .resideInAPackage("vivarium.ui..")
            .should()
            .callMethod(Future.class, "get")
            .orShould()
            .callMethod(BlockingQueue.class, "take")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .allowEmptyShould(true)
            .because("the window takes what is new once per pulse and otherwise draws");

    @ArchTest
    static final ArchRule nothingGlobalChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("statics that change make each part depend on all others");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("NullAway looks only at packages that ask for it");
}
