package vivarium.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vivarium.app.inspect.InspectException;
import vivarium.journal.SessionException;
import vivarium.project.ProjectException;

/** The program's entry. Ends with 0, with 2 for what the user can put right, with 1 for a defect of Vivarium's own. */
public final class Main {
    /** What the user can put right. */
    static final int USER = 2;

    private static final int DEFECT = 1;

    private Main() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(new Defects());
        System.exit(commandLine(new VivariumCommand()).execute(arguments));
    }

    static CommandLine commandLine(VivariumCommand command) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof UserError
                            || failure instanceof InspectException
                            || failure instanceof ProjectException
                            || failure instanceof SessionException) {
                        return refuse(line, String.valueOf(failure.getMessage()));
                    }
                    new Defects().uncaughtException(Thread.currentThread(), failure);
                    return DEFECT;
                });
    }

    private static int refuse(ParameterException wrong) {
        String suggestion = wrong instanceof UnmatchedArgumentException unmatched
                        && unmatched.isUnknownOption()
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + unmatched.getSuggestions().getFirst() + "?"
                : "; vivarium --help lists the options.";
        return refuse(wrong.getCommandLine(), wrong.getMessage() + suggestion);
    }

    private static int refuse(CommandLine command, String sentence) {
        PrintWriter err = command.getErr();
        err.println("vivarium: " + sentence);
        err.flush();
        return USER;
    }
}
